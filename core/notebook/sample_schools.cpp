#include "core/notebook/sample_schools.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <functional>
#include <optional>
#include <utility>

#include "core/base/time.h"
#include "core/notebook/check.h"
#include "core/notebook/evidence_form.h"
#include "core/notebook/school.h"
#include "core/notebook/survey.h"

namespace daybook {
namespace {

using namespace sample_limits;

constexpr std::array all_outcomes = {outcomes::reached, outcomes::no_answer, outcomes::call_back};

SampleSchool read_school(JsonReader& item, const Pack& pack) {
    SampleSchool school{.urn = item.text("urn", TextForm::id, id_length),
                        .name = item.text("name", TextForm::line, line_length),
                        .type = item.text("type", TextForm::line, line_length),
                        .phase = item.text("phase", TextForm::line, line_length),
                        .rating = item.optional_text("rating", TextForm::line, line_length),
                        .inspection = item.optional_text("inspection", TextForm::id, id_length)};
    if (!is_urn(school.urn)) item.refuse("urn", "this is no number of a school; write 5 or 6 digits");
    if (!school.inspection.empty() && pack.evidence_forms.inspection(school.inspection) == nullptr)
        item.refuse("inspection",
                    std::format("the pack has no inspection '{}'; use one of its ids", excerpt(school.inspection)));
    return school;
}

void read_milestones(JsonReader& root, SampleInspection& sample, const Pack& pack) {
    if (!root.has("milestones")) return;
    auto days = root.object("milestones");
    if (!days) return;
    for (const std::string& id : days->names()) {
        const std::string day = days->text(id, TextForm::line, line_length);
        if (pack.milestone(id) == nullptr)
            days->refuse("", std::format("the pack has no milestone '{}'; use one of its ids", excerpt(id)));
        if (!is_iso_date(day)) days->refuse(id, "this is no calendar day; write it as 2015-09-14");
        sample.milestones.emplace(id, day);
    }
}

SampleCheck read_check(JsonReader& item, const Pack& pack) {
    SampleCheck check{.list = item.text("list", TextForm::id, id_length),
                      .item = item.text("item", TextForm::id, id_length),
                      .state = item.text("state", TextForm::line, line_length),
                      .note = item.optional_text("note", TextForm::prose, prose_length)};
    const Checklist* list = pack.checklist(check.list);
    if (list == nullptr) {
        item.refuse("list", std::format("the pack has no checklist '{}'; use one of its ids", excerpt(check.list)));
        return check;
    }
    if (list->item(check.item) == nullptr)
        item.refuse("item", std::format("the list has no item '{}'; use one of its ids", excerpt(check.item)));
    if (!std::ranges::contains(states_of(list->form), std::string_view(check.state)))
        item.refuse("state",
                    std::format("'{}' cannot be said in this list; use one of its words", excerpt(check.state)));
    return check;
}

SampleDeclaration read_declaration(JsonReader& item) {
    SampleDeclaration declaration{.who = item.text("who", TextForm::line, line_length),
                                  .what = item.text("what", TextForm::prose, prose_length),
                                  .day = item.text("day", TextForm::line, line_length),
                                  .decided = item.optional_text("decided", TextForm::prose, prose_length)};
    if (!is_iso_date(declaration.day)) item.refuse("day", "this is no calendar day; write it as 2015-09-14");
    return declaration;
}

void read_themes(JsonReader& item, SampleForm& form, const Pack& pack) {
    auto themes = item.object("themes");
    if (!themes) return;
    for (const std::string& id : themes->names()) {
        if (!std::ranges::contains(pack.evidence_forms.themes, id, &Prompt::id))
            themes->refuse("", std::format("the pack has no theme '{}'; use one of its ids", excerpt(id)));
        form.themes.emplace(id, themes->text(id, TextForm::prose, prose_length));
    }
}

SampleForm read_form(JsonReader& item, const SampleInspection& sample, const Pack& pack) {
    SampleForm form{.school = item.text("school", TextForm::id, id_length),
                    .talk = item.text("talk", TextForm::id, id_length),
                    .state = item.text("state", TextForm::line, line_length),
                    .medium = item.optional_text("medium", TextForm::line, line_length),
                    .people = item.texts("people", TextForm::id, id_length, 0, most_items),
                    .efforts = item.optional_text("efforts", TextForm::prose, prose_length),
                    .themes = {}};
    check_sample_school(sample, form.school, item);
    if (form.state != form_states::held && form.state != form_states::unavailable)
        item.refuse("state", "write \"held\" or \"unavailable\"");
    if (!form.medium.empty() && form.medium != form_media::face_to_face && form.medium != form_media::telephone)
        item.refuse("medium", "write \"face to face\" or \"telephone\"");
    read_themes(item, form, pack);
    const FocusedTalk* talk = pack.evidence_forms.talk(form.talk);
    if (talk == nullptr) {
        item.refuse("talk", std::format("the pack has no talk '{}'; use one of its ids", excerpt(form.talk)));
        return form;
    }
    for (const std::string& role : form.people)
        if (!std::ranges::contains(talk->roles, role))
            item.refuse("people", std::format("'{}' cannot be met in this talk; use one of its roles", excerpt(role)));
    return form;
}

const SurveyQuestion* question_of(const Pack& pack, std::string_view id) {
    for (const SurveyGroup& group : pack.survey_groups) {
        const auto found = std::ranges::find(group.questions, id, &SurveyQuestion::id);
        if (found != group.questions.end()) return &*found;
    }
    return nullptr;
}

void read_answers(JsonReader& item, SampleCall& call, const Pack& pack) {
    auto answers = item.object("answers");
    if (!answers) return;
    for (const std::string& id : answers->names()) {
        const SurveyQuestion* question = question_of(pack, id);
        if (question == nullptr)
            return answers->refuse("", std::format("the pack has no question '{}'; use one of its ids", excerpt(id)));
        if (auto answer = answers->object(id)) call.answers.emplace(id, read_sample_answer(*answer, *question));
    }
}

SampleCall read_call(JsonReader& item, const SampleInspection& sample, const Pack& pack) {
    SampleCall call{.school = item.text("school", TextForm::id, id_length),
                    .outcome = item.text("outcome", TextForm::line, line_length),
                    .call_back_minutes = std::nullopt,
                    .answers = {}};
    if (item.has("call_back_minutes"))
        call.call_back_minutes = item.whole_number("call_back_minutes", 0, longest_inspection);
    check_sample_school(sample, call.school, item);
    if (!std::ranges::contains(all_outcomes, std::string_view(call.outcome)))
        item.refuse("outcome", R"(write "reached", "no answer" or "call back")");
    if (call.call_back_minutes && call.outcome != outcomes::call_back)
        item.refuse("call_back_minutes", "nobody is called back after this outcome; take it out");
    read_answers(item, call, pack);
    return call;
}

/// True of "09:30".
bool is_time(std::string_view text) {
    const auto below = [](std::string_view two, int most) {
        int value = 0;
        const auto read = std::from_chars(two.data(), two.data() + two.size(), value);
        return read.ec == std::errc() && read.ptr == two.data() + two.size() && value >= 0 && value < most;
    };
    return text.size() == 5 && text[2] == ':' && below(text.substr(0, 2), 24) && below(text.substr(3), 60);
}

SamplePlanned read_planned(JsonReader& item, const SampleInspection& sample, const Pack& pack) {
    SamplePlanned planned{.day = item.text("day", TextForm::line, line_length),
                          .from = item.text("from", TextForm::line, line_length),
                          .to = item.text("to", TextForm::line, line_length),
                          .kind = item.optional_text("kind", TextForm::id, id_length),
                          .title = item.optional_text("title", TextForm::line, line_length),
                          .place = item.optional_text("place", TextForm::line, line_length),
                          .school = item.optional_text("school", TextForm::id, id_length),
                          .inspectors = item.texts("inspectors", TextForm::line, line_length, 0, most_items),
                          .roles = item.texts("roles", TextForm::id, id_length, 0, most_items),
                          .note = item.optional_text("note", TextForm::prose, prose_length)};
    if (!is_iso_date(planned.day)) item.refuse("day", "this is no calendar day; write it as 2015-09-14");
    if (!is_time(planned.from)) item.refuse("from", "this is no time of day; write it as 09:30");
    if (!is_time(planned.to)) item.refuse("to", "this is no time of day; write it as 09:30");
    if (planned.to <= planned.from) item.refuse("to", "this is not after its beginning; make it later");
    if (planned.kind.empty() && planned.title.empty()) item.refuse("title", "it has neither kind nor title; add one");
    if (!planned.kind.empty() && pack.activity_kind(planned.kind) == nullptr)
        item.refuse("kind", std::format("the pack has no activity '{}'; use one of its ids", excerpt(planned.kind)));
    if (!planned.school.empty()) check_sample_school(sample, planned.school, item);
    for (const std::string& name : planned.inspectors) check_sample_inspector(sample, "inspectors", name, item);
    check_sample_roles(planned.roles, pack, item);
    return planned;
}

/// What there is one of: for each school a call, for each of its talks a form.
template <typename T, typename Key>
void refuse_twice(const std::vector<T>& all, Key key, JsonReader& item) {
    if (std::ranges::count(all, std::invoke(key, all.back()), key) > 1)
        item.refuse("", "this is there twice; keep one of them");
}

}  // namespace

std::vector<JsonReader> optional_items(JsonReader& item, std::string_view name) {
    if (!item.has(name)) return {};
    return item.items(name, 0, most_items);
}

void check_sample_school(const SampleInspection& sample, const std::string& urn, JsonReader& item) {
    if (!std::ranges::contains(sample.schools, urn, &SampleSchool::urn))
        item.refuse("school", std::format("no school has the number '{}'; add it to the schools", excerpt(urn)));
}

SampleAnswer read_sample_answer(JsonReader& item, const SurveyQuestion& question) {
    SampleAnswer answer{.choice = item.optional_text("choice", TextForm::id, id_length),
                        .words = item.optional_text("words", TextForm::prose, prose_length)};
    if (!answer.choice.empty() && !std::ranges::contains(question.choices, answer.choice, &SurveyChoice::id))
        item.refuse("choice",
                    std::format("the question has no answer '{}'; use one of its ids", excerpt(answer.choice)));
    return answer;
}

void check_sample_inspector(const SampleInspection& sample, std::string_view member, const std::string& name,
                            JsonReader& item) {
    if (name != sample.lead && !std::ranges::contains(sample.team, name))
        item.refuse(member,
                    std::format("'{}' neither leads nor is in the team; use a name that is there", excerpt(name)));
}

void check_sample_roles(const std::vector<std::string>& roles, const Pack& pack, JsonReader& item) {
    for (const std::string& role : roles)
        if (pack.role(role) == nullptr)
            item.refuse("roles", std::format("the pack has no role '{}'; use one of its ids", excerpt(role)));
}

void read_sample_schools(JsonReader& root, SampleInspection& sample, const Pack& pack) {
    for (JsonReader& item : optional_items(root, "schools")) {
        sample.schools.push_back(read_school(item, pack));
        refuse_twice(sample.schools, &SampleSchool::urn, item);
    }
}

void read_sample_plan(JsonReader& root, SampleInspection& sample, const Pack& pack) {
    for (JsonReader& item : optional_items(root, "plan")) sample.plan.push_back(read_planned(item, sample, pack));
    for (JsonReader& item : optional_items(root, "contacts"))
        sample.contacts.push_back({.name = item.text("name", TextForm::line, line_length),
                                   .role = item.optional_text("role", TextForm::line, line_length),
                                   .telephone = item.optional_text("telephone", TextForm::line, line_length),
                                   .email = item.optional_text("email", TextForm::line, line_length),
                                   .note = item.optional_text("note", TextForm::prose, prose_length)});
}

void read_sample_framework(JsonReader& root, SampleInspection& sample, const Pack& pack) {
    read_milestones(root, sample, pack);
    for (JsonReader& item : optional_items(root, "checks")) {
        sample.checks.push_back(read_check(item, pack));
        refuse_twice(sample.checks, [](const SampleCheck& one) { return std::pair(one.list, one.item); }, item);
    }
    for (JsonReader& item : optional_items(root, "declarations")) sample.declarations.push_back(read_declaration(item));
    for (JsonReader& item : optional_items(root, "forms")) {
        sample.forms.push_back(read_form(item, sample, pack));
        refuse_twice(sample.forms, [](const SampleForm& one) { return std::pair(one.school, one.talk); }, item);
    }
    for (JsonReader& item : optional_items(root, "survey")) {
        sample.survey.push_back(read_call(item, sample, pack));
        refuse_twice(sample.survey, &SampleCall::school, item);
    }
}

}  // namespace daybook
