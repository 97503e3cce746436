#include "core/framework/sample.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/framework/json_reader.h"

namespace daybook {
namespace {

constexpr std::size_t id_length = 64;
constexpr std::size_t line_length = 200;
constexpr std::size_t prose_length = 5000;
constexpr std::size_t most_items = 200;
constexpr std::int64_t minutes_in_a_day = 1440;
constexpr std::int64_t longest_inspection = 28 * minutes_in_a_day;

constexpr std::array<std::string_view, 3> polarities = {"strength", "weakness", "neutral"};

SampleEntry read_entry(JsonReader& item, const Pack& pack) {
    SampleEntry entry{.words = item.text("words", TextForm::prose, prose_length),
                      .aspects = item.texts("aspects", TextForm::id, id_length, 0, most_items),
                      .polarity = item.text("polarity", TextForm::id, id_length),
                      .in_confidence = item.flag("in_confidence"),
                      .impact = item.optional_text("impact", TextForm::prose, prose_length)};
    for (const std::string& aspect : entry.aspects)
        if (pack.aspect(aspect) == nullptr)
            item.refuse("aspects", std::format("the pack has no aspect '{}'; use one of its ids", excerpt(aspect)));
    if (!std::ranges::contains(polarities, std::string_view(entry.polarity)))
        item.refuse("polarity", "write \"strength\", \"weakness\" or \"neutral\"");
    return entry;
}

void check_activity(const SampleActivity& activity, const Pack& pack, JsonReader& item) {
    for (const std::string& role : activity.roles)
        if (pack.role(role) == nullptr)
            item.refuse("roles", std::format("the pack has no role '{}'; use one of its ids", excerpt(role)));
    const ActivityKind* kind = pack.activity_kind(activity.kind);
    if (kind == nullptr)
        return item.refuse("kind",
                           std::format("the pack has no activity '{}'; use one of its ids", excerpt(activity.kind)));
    if (!kind->meets_people && !activity.roles.empty())
        item.refuse("roles", std::format("nobody is met in '{}'; leave the list empty", excerpt(activity.kind)));
}

SampleActivity read_activity(JsonReader& item, const Pack& pack) {
    SampleActivity activity{.kind = item.text("kind", TextForm::id, id_length),
                            .place = item.text("place", TextForm::line, line_length),
                            .start_minutes = item.whole_number("start_minutes", 0, longest_inspection),
                            .minutes = item.whole_number("minutes", 1, minutes_in_a_day),
                            .roles = item.texts("roles", TextForm::id, id_length, 0, most_items),
                            .entries = {}};
    check_activity(activity, pack, item);
    for (JsonReader& entry : item.items("entries", 1, most_items)) activity.entries.push_back(read_entry(entry, pack));
    return activity;
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
    for (JsonReader& item : root.items("activities", 1, most_items))
        sample.activities.push_back(read_activity(item, pack));
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
