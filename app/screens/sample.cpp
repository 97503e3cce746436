#include "app/screens/sample.h"

#include <charconv>
#include <chrono>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"

namespace daybook {
namespace {

constexpr std::int64_t minute = 60'000;

/// Half past nine, British summer time, on the sample's first day.
LocalTime morning_of(const std::string& iso_date) {
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        std::from_chars(iso_date.data() + from, iso_date.data() + from + count, value);
        return value;
    };
    if (!is_iso_date(iso_date)) return {};
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    return {{std::int64_t{days} * 24 * 60 * minute + (8 * 60 + 30) * minute}, 60};
}

LocalTime later(LocalTime time, std::int64_t minutes) {
    return {{time.at.unix_ms + minutes * minute}, time.utc_offset_minutes};
}

void add(std::vector<Change>& changes, std::vector<Change> more) {
    for (Change& change : more) changes.push_back(std::move(change));
}

Polarity polarity_of(const std::string& word) {
    if (word == "strength") return Polarity::strength;
    return word == "weakness" ? Polarity::weakness : Polarity::neutral;
}

void add_entry(std::vector<Change>& changes, const SampleEntry& entry, ItemId activity, const RandomSource& random) {
    const auto id = new_id<ItemId>(random);
    add(changes, edits::create_entry(id, activity));
    changes.push_back(edits::first_words(id, entry.words));
    for (const std::string& aspect : entry.aspects) add(changes, edits::set_aspect(id, aspect, true));
    add(changes, edits::set_polarity(id, polarity_of(entry.polarity)));
    if (entry.in_confidence) add(changes, edits::set_confidence(id, true));
    if (!entry.impact.empty()) changes.push_back(edits::first_impact(id, entry.impact));
}

}  // namespace

void open_sample(const SampleInspection& sample, ByteView pack_json, Outbox& out, const RandomSource& random) {
    Inspection described;
    described.title = sample.title;
    described.authority = sample.authority;
    described.first_day = sample.first_day;
    described.last_day = sample.last_day;
    described.lead = sample.lead;
    described.team = sample.team;
    described.is_sample = true;

    CreateInspection wanted;
    wanted.inspection = new_id<InspectionId>(random);
    wanted.pack.assign(pack_json.begin(), pack_json.end());
    wanted.changes = edits::describe_inspection(wanted.inspection, described);
    const InspectionId inspection = wanted.inspection;
    out.create_inspection(std::move(wanted));

    const LocalTime first = morning_of(sample.first_day);
    std::vector<Change> changes;
    for (const SampleActivity& activity : sample.activities) {
        const auto id = new_id<ItemId>(random);
        const LocalTime start = later(first, activity.start_minutes);
        add(changes, edits::start_activity({id, activity.kind, activity.place, activity.roles}, start));
        for (const SampleEntry& entry : activity.entries) add_entry(changes, entry, id, random);
        add(changes, edits::stop_activity(id, later(start, activity.minutes)));
    }
    out.edit(inspection, std::move(changes));
}

}  // namespace daybook
