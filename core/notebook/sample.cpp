#include "core/notebook/sample.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>
#include <string_view>

#include "core/base/time.h"
#include "core/framework/json_reader.h"
#include "core/notebook/duty.h"
#include "core/notebook/sample_schools.h"

namespace daybook {
namespace {

using namespace sample_limits;

constexpr std::array<std::string_view, 3> polarities = {"strength", "weakness", "neutral"};
constexpr std::array disclosures = {duties::safeguarding, duties::serious_misconduct, duties::possible_crime};

bool optional_flag(JsonReader& item, std::string_view name) {
    return item.has(name) && item.flag(name);
}

bool obliges_to(const SampleEntry& entry, std::string_view about) {
    return about == duties::serious_concern ? entry.serious_concern : entry.disclosure == about;
}

void read_passed_on(JsonReader& item, SampleEntry& entry) {
    for (JsonReader& record : optional_items(item, "passed_on")) {
        SamplePassedOn passed{.about = record.text("about", TextForm::line, line_length),
                              .to = record.text("to", TextForm::line, line_length),
                              .by = record.text("by", TextForm::line, line_length),
                              .at_minutes = record.whole_number("at_minutes", 0, longest_inspection),
                              .words = record.optional_text("words", TextForm::prose, prose_length)};
        if (!obliges_to(entry, passed.about))
            record.refuse("about", std::format("the entry says nothing of '{}'; mark it so, or take this out",
                                               excerpt(passed.about)));
        entry.passed_on.push_back(std::move(passed));
    }
}

void read_flags(JsonReader& item, SampleEntry& entry) {
    entry.key = item.optional_text("key", TextForm::id, id_length);
    entry.emerging = optional_flag(item, "emerging");
    entry.come_back = optional_flag(item, "come_back");
    entry.reconstructed = optional_flag(item, "reconstructed");
    entry.disclosure = item.optional_text("disclosure", TextForm::line, line_length);
    entry.serious_concern = optional_flag(item, "serious_concern");
    if (!entry.disclosure.empty() && !std::ranges::contains(disclosures, std::string_view(entry.disclosure)))
        item.refuse("disclosure", R"(write "safeguarding", "serious misconduct" or "possible crime")");
    if (item.has("follow_up")) {
        if (auto asked = item.object("follow_up")) {
            entry.follow_up =
                SampleFollowUp{.owner = asked->text("owner", TextForm::line, line_length),
                               .answered_by = asked->texts("answered_by", TextForm::id, id_length, 0, most_items),
                               .closed = asked->optional_text("closed", TextForm::prose, prose_length)};
        }
    }
    read_passed_on(item, entry);
}

SampleEntry read_entry(JsonReader& item, const Pack& pack) {
    SampleEntry entry{.words = item.text("words", TextForm::prose, prose_length),
                      .aspects = item.texts("aspects", TextForm::id, id_length, 0, most_items),
                      .polarity = item.text("polarity", TextForm::id, id_length),
                      .in_confidence = item.flag("in_confidence"),
                      .impact = item.optional_text("impact", TextForm::prose, prose_length)};
    for (const std::string& aspect : entry.aspects)
        if (pack.aspect(aspect) == nullptr && pack.other_matter(aspect) == nullptr)
            item.refuse("aspects", std::format("the pack has no aspect '{}'; use one of its ids", excerpt(aspect)));
    if (!std::ranges::contains(polarities, std::string_view(entry.polarity)))
        item.refuse("polarity", "write \"strength\", \"weakness\" or \"neutral\"");
    read_flags(item, entry);
    return entry;
}

void check_activity(const SampleActivity& activity, const Pack& pack, JsonReader& item) {
    check_sample_roles(activity.roles, pack, item);
    const ActivityKind* kind = pack.activity_kind(activity.kind);
    if (kind == nullptr)
        return item.refuse("kind",
                           std::format("the pack has no activity '{}'; use one of its ids", excerpt(activity.kind)));
    if (!kind->meets_people && !activity.roles.empty())
        item.refuse("roles", std::format("nobody is met in '{}'; leave the list empty", excerpt(activity.kind)));
}

void read_pauses(JsonReader& item, SampleActivity& activity) {
    for (JsonReader& one : optional_items(item, "pauses")) {
        const SamplePause pause{.from_minutes = one.whole_number("from_minutes", 0, longest_activity),
                                .minutes = one.whole_number("minutes", 1, longest_activity)};
        if (pause.from_minutes + pause.minutes > activity.minutes)
            one.refuse("minutes", "this goes on after the end of its activity; make it shorter");
        activity.pauses.push_back(pause);
    }
}

const SurveyQuestion* question_of(const Pack& pack, std::string_view kind, std::string_view id) {
    for (const MeetingRecord& record : pack.records) {
        if (!std::ranges::contains(record.kinds, kind)) continue;
        const auto found = std::ranges::find(record.questions, id, &SurveyQuestion::id);
        if (found != record.questions.end()) return &*found;
    }
    return nullptr;
}

void read_record(JsonReader& item, SampleActivity& activity, const Pack& pack) {
    if (!item.has("record")) return;
    auto record = item.object("record");
    if (!record) return;
    for (const std::string& id : record->names()) {
        const SurveyQuestion* question = question_of(pack, activity.kind, id);
        if (question == nullptr)
            return record->refuse("", std::format("the pack does not ask '{}' in this kind of activity; use one of "
                                                  "its questions",
                                                  excerpt(id)));
        if (auto answer = record->object(id)) activity.record.emplace(id, read_sample_answer(*answer, *question));
    }
}

SampleActivity read_activity(JsonReader& item, const SampleInspection& sample, const Pack& pack) {
    SampleActivity activity{.kind = item.text("kind", TextForm::id, id_length),
                            .place = item.text("place", TextForm::line, line_length),
                            .start_minutes = item.whole_number("start_minutes", 0, longest_inspection),
                            .minutes = item.whole_number("minutes", 1, longest_activity),
                            .roles = item.texts("roles", TextForm::id, id_length, 0, most_items),
                            .entries = {},
                            .inspector = item.optional_text("inspector", TextForm::line, line_length),
                            .school = item.optional_text("school", TextForm::id, id_length),
                            .typed = optional_flag(item, "typed")};
    check_activity(activity, pack, item);
    if (!activity.inspector.empty()) check_sample_inspector(sample, "inspector", activity.inspector, item);
    if (!activity.school.empty()) check_sample_school(sample, activity.school, item);
    read_pauses(item, activity);
    read_record(item, activity, pack);
    for (JsonReader& entry : item.items("entries", 0, most_items)) activity.entries.push_back(read_entry(entry, pack));
    return activity;
}

/// An entry can be answered by one that comes later: so this is seen at the end.
void check_keys(const SampleInspection& sample, JsonReader& root) {
    std::set<std::string_view> keys;
    for (const SampleActivity& activity : sample.activities) {
        for (const SampleEntry& entry : activity.entries)
            if (!entry.key.empty() && !keys.insert(entry.key).second)
                root.refuse("activities", std::format("two entries have the key '{}'; give each its own", entry.key));
    }
    for (const SampleActivity& activity : sample.activities) {
        for (const SampleEntry& entry : activity.entries) {
            if (!entry.follow_up) continue;
            for (const std::string& answer : entry.follow_up->answered_by)
                if (!keys.contains(answer))
                    root.refuse("activities", std::format("no entry has the key '{}', by which another is answered; "
                                                          "give it to one",
                                                          excerpt(answer)));
        }
    }
}

void check_days(const SampleInspection& sample, JsonReader& root) {
    if (!is_iso_date(sample.first_day)) root.refuse("first_day", "this is no calendar day; write it as 2015-09-14");
    if (!is_iso_date(sample.last_day)) root.refuse("last_day", "this is no calendar day; write it as 2015-09-18");
    if (sample.last_day < sample.first_day) root.refuse("last_day", "this is before first_day; swap them");
}

SampleInspection read_sample(JsonReader& root, const Pack& pack) {
    SampleInspection sample{.title = root.text("title", TextForm::line, line_length),
                            .authority = root.text("authority", TextForm::line, line_length),
                            .lead = root.text("lead", TextForm::line, line_length),
                            .team = root.texts("team", TextForm::line, line_length, 0, most_items),
                            .first_day = root.text("first_day", TextForm::line, line_length),
                            .last_day = root.text("last_day", TextForm::line, line_length),
                            .activities = {}};
    check_days(sample, root);
    read_sample_schools(root, sample, pack);
    for (JsonReader& item : root.items("activities", 1, most_items))
        sample.activities.push_back(read_activity(item, sample, pack));
    check_keys(sample, root);
    read_sample_plan(root, sample, pack);
    read_sample_framework(root, sample, pack);
    return sample;
}

}  // namespace

Result<SampleInspection> parse_sample(ByteView json, const Pack& pack) {
    const Result<Json> document = parse_json(json);
    if (!document) return pass_on(document.error());
    std::optional<Error> failure;
    JsonReader root(*document, failure);
    SampleInspection sample = read_sample(root, pack);
    if (failure) return pass_on(*std::move(failure));
    return sample;
}

}  // namespace daybook
