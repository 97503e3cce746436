#include <algorithm>
#include <array>
#include <chrono>
#include <format>
#include <limits>
#include <set>
#include <utility>

#include "core/base/character.h"
#include "core/base/character_class.h"
#include "core/framework/json_reader.h"
#include "core/framework/pack.h"
#include "core/framework/pack_members.h"

namespace daybook {
namespace {

// Lengths in characters: a chip holds 24, the beginning of a paragraph 40, a line of a list 120, a licence a page.
constexpr std::size_t id_length = 64;
constexpr std::size_t short_name_length = 24;
constexpr std::size_t prompt_length = 40;
constexpr std::size_t name_length = 120;
constexpr std::size_t source_length = 120;
constexpr std::size_t paragraph_length = 2000;
constexpr std::size_t most_items = 500;
constexpr std::size_t date_length = 10;
constexpr std::int64_t most_working_days = 260;  // of a year

constexpr std::int64_t known_format = 1;

void check_format(JsonReader& root) {
    const std::int64_t format = root.whole_number("format", 1, std::numeric_limits<std::int32_t>::max());
    if (format > known_format)
        root.refuse(
            "format",
            std::format("format {} is of a later Daybook, this one reads {}; update Daybook", format, known_format),
            Errc::newer);
}

/// The items of one list, each id once.
template <typename Item>
std::vector<Item> read_list(JsonReader& root, std::string_view name, Item (*read_item)(JsonReader&)) {
    std::vector<Item> list;
    std::set<std::string> ids;
    for (JsonReader& reader : root.items(name, 1, most_items)) {
        list.push_back(read_item(reader));
        const std::string& id = list.back().id;
        if (!ids.insert(id).second)
            reader.refuse("id", std::format("'{}' is taken by an earlier item; choose another", excerpt(id)));
    }
    return list;
}

GuidanceLine read_guidance_line(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, paragraph_length),
            .source = item.text("source", TextForm::line, source_length)};
}

/// Of a member that can be left out.
std::vector<GuidanceLine> read_guidance(JsonReader& item, std::string_view name) {
    return item.has(name) ? read_list(item, name, read_guidance_line) : std::vector<GuidanceLine>();
}

ReportingArea read_area(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .must_examine = item.text("must_examine", TextForm::line, paragraph_length),
            .source = item.text("source", TextForm::line, source_length),
            .considerations = read_guidance(item, "considerations")};
}

Aspect read_aspect(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .area = item.text("area", TextForm::id, id_length),
            .source = item.text("source", TextForm::line, source_length),
            .descriptors = read_guidance(item, "descriptors")};
}

PersonRole read_role(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .source = item.text("source", TextForm::line, source_length)};
}

ActivityKind read_activity_kind(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .meets_people = item.flag("meets_people"),
            .source = item.text("source", TextForm::line, source_length),
            .closes_inspection = item.has("closes_inspection") && item.flag("closes_inspection"),
            .told_outside = item.has("told_outside") && item.flag("told_outside")};
}

Prompt read_prompt(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, prompt_length),
            .name = item.text("name", TextForm::line, name_length),
            .source = item.text("source", TextForm::line, source_length)};
}

PromptSet read_prompt_set(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .kinds = item.texts("kinds", TextForm::id, id_length, 1, most_items),
            .source = item.text("source", TextForm::line, source_length),
            .prompts = read_list(item, "prompts", read_prompt)};
}

ChecklistItem read_checklist_item(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .source = item.text("source", TextForm::line, source_length)};
}

Checklist::Form read_form(JsonReader& item) {
    const std::string form = item.text("form", TextForm::line, id_length);
    if (form == "documents") return Checklist::Form::documents;
    if (form == "criteria") return Checklist::Form::criteria;
    if (form != "checks")
        item.refuse("form", std::format("'{}' is no form; write checks, documents or criteria", excerpt(form)));
    return Checklist::Form::checks;
}

Checklist read_checklist(JsonReader& item) {
    Checklist list{.id = item.text("id", TextForm::id, id_length),
                   .name = item.text("name", TextForm::line, name_length),
                   .about = item.optional_text("about", TextForm::line, paragraph_length),
                   .form = read_form(item),
                   .kind = {},
                   .source = item.text("source", TextForm::line, source_length),
                   .items = read_list(item, "items", read_checklist_item),
                   .always = item.has("always") && item.flag("always")};
    if (list.form == Checklist::Form::documents) {
        list.kind = item.text("kind", TextForm::id, id_length);
    } else if (item.has("kind")) {
        item.refuse("kind", "only documents are read in an activity; take it out, or write documents under form");
    }
    return list;
}

Milestone read_milestone(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .last_day = item.has("last_day") && item.flag("last_day"),
            .source = item.text("source", TextForm::line, source_length)};
}

Deadline read_deadline(JsonReader& item) {
    Deadline deadline{.id = item.text("id", TextForm::id, id_length),
                      .name = item.text("name", TextForm::line, name_length),
                      .from = item.has("from") ? item.text("from", TextForm::id, id_length) : std::string(),
                      .instead_of = item.optional_text("instead_of", TextForm::id, id_length),
                      .source = item.text("source", TextForm::line, source_length)};
    if (item.has("from")) {
        deadline.working_days = static_cast<int>(item.whole_number("working_days", 1, most_working_days));
    } else if (item.has("working_days")) {
        item.refuse("working_days", "it counts from nothing; name a milestone under from, or take it out");
    }
    return deadline;
}

SurveyChoice read_survey_choice(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, short_name_length),
            .still_open = item.has("still_open") && item.flag("still_open")};
}

SurveyQuestion read_survey_question(JsonReader& item) {
    return {
        .id = item.text("id", TextForm::id, id_length),
        .short_name = item.text("short_name", TextForm::line, prompt_length),
        .name = item.text("name", TextForm::line, name_length),
        .choices = item.has("choices") ? read_list(item, "choices", read_survey_choice) : std::vector<SurveyChoice>(),
        .source = item.text("source", TextForm::line, source_length),
        .needed = item.has("needed") && item.flag("needed")};
}

MeetingRecord read_record(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .name = item.text("name", TextForm::line, name_length),
            .kinds = item.texts("kinds", TextForm::id, id_length, 1, most_items),
            .source = item.text("source", TextForm::line, source_length),
            .questions = read_list(item, "questions", read_survey_question)};
}

SurveyGroup read_survey_group(JsonReader& item) {
    const auto names = [&item](std::string_view member) {
        return item.has(member) ? item.texts(member, TextForm::line, name_length, 1, most_items)
                                : std::vector<std::string>();
    };
    if (!item.has("ratings") && !item.has("types"))
        item.refuse("ratings", "it would take in every school; say which ratings or types it is for");
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .ratings = names("ratings"),
            .types = names("types"),
            .source = item.text("source", TextForm::line, source_length),
            .kind = item.optional_text("kind", TextForm::id, id_length),
            .questions = item.has("questions") ? read_list(item, "questions", read_survey_question)
                                               : std::vector<SurveyQuestion>()};
}

SchoolInspection read_school_inspection(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .excluded = item.has("excluded") && item.flag("excluded"),
            .source = item.text("source", TextForm::line, source_length)};
}

FocusedTalk read_talk(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .roles = item.texts("roles", TextForm::id, id_length, 1, most_items),
            .not_for_types = item.has("not_for_types")
                                 ? item.texts("not_for_types", TextForm::line, name_length, 1, most_items)
                                 : std::vector<std::string>(),
            .by_telephone = item.has("by_telephone") && item.flag("by_telephone"),
            .source = item.text("source", TextForm::line, source_length)};
}

EvidenceForms read_evidence_forms(JsonReader& item) {
    return {.about = item.text("about", TextForm::line, paragraph_length),
            .source = item.text("source", TextForm::line, source_length),
            .inspections = read_list(item, "inspections", read_school_inspection),
            .talks = read_list(item, "talks", read_talk),
            .themes = read_list(item, "themes", read_prompt)};
}

/// The holidays that are days, each within the calendar's years.
std::vector<std::chrono::sys_days> read_holidays(const HolidayCalendar& calendar, JsonReader& item) {
    std::vector<std::chrono::sys_days> days;
    for (const std::string& holiday : item.texts("holidays", TextForm::line, date_length, 0, most_items)) {
        const auto day = day_from(holiday);
        if (!day) {
            item.refuse("holidays", std::format("'{}' is no calendar day; write it as 2015-12-25", excerpt(holiday)));
        } else if (!calendar.knows(static_cast<int>(std::chrono::year_month_day(*day).year()))) {
            item.refuse("holidays",
                        std::format("'{}' is not within first_year and last_year; change those, or take it out",
                                    excerpt(holiday)));
        } else {
            days.push_back(*day);
        }
    }
    std::ranges::sort(days);
    return days;
}

HolidayCalendar read_calendar(JsonReader& item) {
    HolidayCalendar calendar{.name = item.text("name", TextForm::line, name_length),
                             .first_year = static_cast<int>(item.whole_number("first_year", 1900, 9999)),
                             .last_year = static_cast<int>(item.whole_number("last_year", 1900, 9999)),
                             .holidays = {},
                             .source = item.text("source", TextForm::line, paragraph_length)};
    if (calendar.last_year < calendar.first_year) item.refuse("last_year", "this is before first_year; swap them");
    calendar.holidays = read_holidays(calendar, item);
    return calendar;
}

OtherMatter read_other_matter(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .short_name = item.text("short_name", TextForm::line, short_name_length),
            .name = item.text("name", TextForm::line, name_length),
            .source = item.text("source", TextForm::line, source_length)};
}

/// A check that this version does not know is none that it refuses: a later pack has more of them.
RuleCheck check_called(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, RuleCheck>, 12> known{
        {{"activity-has-time", RuleCheck::activity_has_time},
         {"entry-bears-on", RuleCheck::entry_bears_on},
         {"picture-has-gist", RuleCheck::picture_has_gist},
         {"aspect-has-evidence", RuleCheck::aspect_has_evidence},
         {"aspect-has-sources", RuleCheck::aspect_has_sources},
         {"disclosure-passed-on", RuleCheck::disclosure_passed_on},
         {"concern-passed-on", RuleCheck::concern_passed_on},
         {"follow-up-settled", RuleCheck::follow_up_settled},
         {"checklist-gone-through", RuleCheck::checklist_gone_through},
         {"record-complete", RuleCheck::record_complete},
         {"school-talks-recorded", RuleCheck::school_talks_recorded},
         {"person-unnamed", RuleCheck::person_unnamed}}};
    const auto found = std::ranges::find(known, word, [](const auto& one) { return one.first; });
    return found == known.end() ? RuleCheck::unknown : found->second;
}

Rule read_rule(JsonReader& item) {
    return {.id = item.text("id", TextForm::id, id_length),
            .check = check_called(item.text("check", TextForm::id, id_length)),
            .name = item.text("name", TextForm::line, name_length),
            .why = item.text("why", TextForm::line, paragraph_length),
            .source = item.text("source", TextForm::line, source_length)};
}

Letter read_letter(JsonReader& item) {
    return {.about = item.text("about", TextForm::line, paragraph_length),
            .source = item.text("source", TextForm::line, source_length),
            .sections = read_list(item, "sections", read_guidance_line),
            .recipients = read_list(item, "recipients", read_guidance_line)};
}

void check_other_matters(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.other_matters.size(); ++i) {
        const std::string& id = pack.other_matters[i].id;
        if (pack.aspect(id) != nullptr)
            root.refuse(std::format("other_matters[{}].id", i),
                        std::format("'{}' is taken by an aspect; choose another", excerpt(id)));
    }
}

void check_deadlines(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.deadlines.size(); ++i) {
        const Deadline& one = pack.deadlines[i];
        if (!one.from.empty() && pack.milestone(one.from) == nullptr) {
            root.refuse(
                std::format("deadlines[{}].from", i),
                std::format("there is no milestone '{}'; use the id of one under milestones", excerpt(one.from)));
        }
        if (!one.from.empty() && pack.calendar.name.empty()) {
            root.refuse(std::format("deadlines[{}].from", i),
                        "working days are counted by a calendar; give the pack a calendar");
        }
        if (one.instead_of.empty()) continue;
        const Deadline* other = pack.deadline(one.instead_of);
        if (other == nullptr || other == &one || !other->instead_of.empty()) {
            root.refuse(std::format("deadlines[{}].instead_of", i),
                        std::format("there is no other deadline '{}' that stands by itself; use the id of one",
                                    excerpt(one.instead_of)));
        }
    }
}

void check_kinds_of_prompts(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.prompt_sets.size(); ++i) {
        for (const std::string& kind : pack.prompt_sets[i].kinds) {
            if (pack.activity_kind(kind) != nullptr) continue;
            root.refuse(
                std::format("prompt_sets[{}].kinds", i),
                std::format("there is no activity '{}'; use the id of one under activity_kinds", excerpt(kind)));
        }
    }
}

void check_kinds_of_checklists(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.checklists.size(); ++i) {
        const std::string& kind = pack.checklists[i].kind;
        if (kind.empty() || pack.activity_kind(kind) != nullptr) continue;
        root.refuse(std::format("checklists[{}].kind", i),
                    std::format("there is no activity '{}'; use the id of one under activity_kinds", excerpt(kind)));
    }
}

/// A school in two groups is asked the questions of both: its answers are told apart by their ids.
void check_survey_groups(const Pack& pack, JsonReader& root) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < pack.survey_groups.size(); ++i) {
        const std::string& kind = pack.survey_groups[i].kind;
        if (!kind.empty() && pack.activity_kind(kind) == nullptr)
            root.refuse(
                std::format("survey_groups[{}].kind", i),
                std::format("there is no activity '{}'; use the id of one under activity_kinds", excerpt(kind)));
        const auto& questions = pack.survey_groups[i].questions;
        for (std::size_t k = 0; k < questions.size(); ++k) {
            if (ids.insert(questions[k].id).second) continue;
            root.refuse(
                std::format("survey_groups[{}].questions[{}].id", i, k),
                std::format("'{}' is taken by a question of another group; choose another", excerpt(questions[k].id)));
        }
    }
}

/// An activity that is of another kind by now keeps what was recorded: questions are told apart by their ids.
void check_records(const Pack& pack, JsonReader& root) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < pack.records.size(); ++i) {
        for (const std::string& kind : pack.records[i].kinds) {
            if (pack.activity_kind(kind) != nullptr) continue;
            root.refuse(
                std::format("records[{}].kinds", i),
                std::format("there is no activity '{}'; use the id of one under activity_kinds", excerpt(kind)));
        }
        const auto& questions = pack.records[i].questions;
        for (std::size_t k = 0; k < questions.size(); ++k) {
            if (ids.insert(questions[k].id).second) continue;
            root.refuse(
                std::format("records[{}].questions[{}].id", i, k),
                std::format("'{}' is taken by a question of another record; choose another", excerpt(questions[k].id)));
        }
    }
}

void check_evidence_forms(const Pack& pack, JsonReader& root) {
    const EvidenceForms& forms = pack.evidence_forms;
    if (!forms.empty() && std::ranges::all_of(forms.inspections, &SchoolInspection::excluded))
        root.refuse("evidence_forms.inspections", "all of them are excluded; say which ones the talks belong to");
    for (std::size_t i = 0; i < forms.talks.size(); ++i) {
        for (const std::string& role : forms.talks[i].roles) {
            if (pack.role(role) != nullptr) continue;
            root.refuse(std::format("evidence_forms.talks[{}].roles", i),
                        std::format("there is no role '{}'; use the id of one under roles", excerpt(role)));
        }
    }
}

/// They are looked for among single words, which have no blanks, and a full stop behind them only if they are
/// shortened.
void check_person_titles(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.person_titles.size(); ++i) {
        const std::string& title = pack.person_titles[i];
        const std::size_t end = title.size() > 1 && title.ends_with('.') ? title.size() - 1 : title.size();
        for (std::size_t at = 0; at < end; at += character_at(title, at).size) {
            if (class_of(character_at(title, at).code) == CharacterClass::letter) continue;
            root.refuse(
                std::format("person_titles[{}]", i),
                std::format("'{}' is no single word; write letters, and a full stop behind them if it is shortened",
                            excerpt(title)));
        }
    }
}

void check_areas_of_aspects(const Pack& pack, JsonReader& root) {
    for (std::size_t i = 0; i < pack.aspects.size(); ++i) {
        const std::string& area = pack.aspects[i].area;
        if (pack.area(area) == nullptr)
            root.refuse(std::format("aspects[{}].area", i),
                        std::format("there is no area '{}'; use the id of one under areas", excerpt(area)));
    }
}

Pack read_pack(JsonReader& root) {
    check_format(root);
    Pack pack{.id = root.text("id", TextForm::id, id_length),
              .version = root.text("version", TextForm::line, id_length),
              .name = root.text("name", TextForm::line, name_length),
              .short_name = root.text("short_name", TextForm::line, name_length),
              .licence = root.text("licence", TextForm::prose, paragraph_length),
              .sources = root.texts("sources", TextForm::line, paragraph_length, 1, most_items),
              .areas = read_list(root, "areas", read_area),
              .aspects = read_list(root, "aspects", read_aspect),
              .roles = read_list(root, "roles", read_role),
              .activity_kinds = read_list(root, "activity_kinds", read_activity_kind),
              .prompt_sets = {},
              .checklists = {},
              .calendar = {},
              .milestones = {},
              .deadlines = {},
              .other_matters = {},
              .rules = {},
              .survey_groups = {},
              .letter = {},
              .evidence_forms = {},
              .records = {},
              .person_titles = {}};
    if (root.has("prompt_sets")) pack.prompt_sets = read_list(root, "prompt_sets", read_prompt_set);
    if (root.has("checklists")) pack.checklists = read_list(root, "checklists", read_checklist);
    if (root.has("calendar")) {
        if (auto item = root.object("calendar")) pack.calendar = read_calendar(*item);
    }
    if (root.has("milestones")) pack.milestones = read_list(root, "milestones", read_milestone);
    if (root.has("deadlines")) pack.deadlines = read_list(root, "deadlines", read_deadline);
    if (root.has("other_matters")) pack.other_matters = read_list(root, "other_matters", read_other_matter);
    if (root.has("rules")) pack.rules = read_list(root, "rules", read_rule);
    if (root.has("survey_groups")) pack.survey_groups = read_list(root, "survey_groups", read_survey_group);
    if (root.has("letter")) {
        if (auto item = root.object("letter")) pack.letter = read_letter(*item);
    }
    if (root.has("evidence_forms")) {
        if (auto item = root.object("evidence_forms")) pack.evidence_forms = read_evidence_forms(*item);
    }
    if (root.has("records")) pack.records = read_list(root, "records", read_record);
    if (root.has("person_titles"))
        pack.person_titles = root.texts("person_titles", TextForm::line, short_name_length, 1, most_items);
    check_areas_of_aspects(pack, root);
    check_other_matters(pack, root);
    check_deadlines(pack, root);
    check_kinds_of_prompts(pack, root);
    check_kinds_of_checklists(pack, root);
    check_evidence_forms(pack, root);
    check_survey_groups(pack, root);
    check_records(pack, root);
    check_person_titles(pack, root);
    return pack;
}

}  // namespace

Result<Pack> parse_pack(ByteView json) {
    const Result<Json> document = parse_json(json);
    if (!document) return pass_on(document.error());
    std::optional<Error> failure;
    JsonReader root(*document, failure);
    Pack pack = read_pack(root);
    if (failure) return pass_on(*std::move(failure));
    return pack;
}

Result<std::vector<std::string>> unknown_members(ByteView json) {
    const Result<Json> document = parse_json(json);
    if (!document) return pass_on(document.error());
    std::optional<Error> failure;
    AskedFor asked;
    JsonReader root(*document, failure, {}, &asked);
    static_cast<void>(read_pack(root));
    if (failure) return pass_on(*std::move(failure));
    auto unknown = never_asked_for(*document, asked);
    std::erase(unknown, "$schema");  // an editor's
    return unknown;
}

}  // namespace daybook
