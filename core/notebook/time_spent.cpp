#include "core/notebook/time_spent.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <span>
#include <tuple>

namespace daybook {
namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

/// By their days, while they are put together.
using Days = std::map<std::string, TimeTable::Day>;

std::int64_t sum(std::int64_t one, std::int64_t other) {
    return one > std::numeric_limits<std::int64_t>::max() - other ? std::numeric_limits<std::int64_t>::max()
                                                                  : one + other;
}

std::int64_t length(const Stretch& stretch) {
    const auto spent =
        static_cast<std::uint64_t>(stretch.to.unix_ms) - static_cast<std::uint64_t>(stretch.from.unix_ms);
    return static_cast<std::int64_t>(std::min<std::uint64_t>(spent, std::numeric_limits<std::int64_t>::max()));
}

std::string day_on_the_wall(const Activity& activity, Instant at) {
    return calendar_date(LocalTime{at, activity.started.utc_offset_minutes});
}

/// The first midnight after `at`, by the writer's clock. For moments that a calendar has.
Instant midnight_after(const Activity& activity, Instant at) {
    const std::int64_t offset_ms = activity.started.utc_offset_minutes * std::int64_t{60'000};
    const std::int64_t local = at.unix_ms + offset_ms;
    const std::int64_t into_day = ((local % day_ms) + day_ms) % day_ms;
    return {at.unix_ms + day_ms - into_day};
}

bool can_be_split(std::span<const Stretch> run) {
    constexpr std::int64_t farthest = 200'000'000'000'000;  // the year 8307
    const std::int64_t from = run.front().from.unix_ms;
    return from > -farthest && from < farthest && length({run.front().from, run.back().to}) <= longest_split_ms;
}

void add_to(std::map<std::string, TimeSum>& sums, const std::string& of, std::int64_t spent) {
    TimeSum& one = sums[of];
    one.of = of;
    one.spent = sum(one.spent, spent);
    ++one.activities;
}

std::vector<TimeSum> listed(const std::map<std::string, TimeSum>& sums) {
    std::vector<TimeSum> list;
    for (const auto& [of, one] : sums) list.push_back(one);
    return list;
}

Days days_of(const std::vector<const Activity*>& activities, Instant now) {
    Days days;
    std::map<std::string, std::map<std::string, TimeSum>> by_inspector;
    for (const Activity* activity : activities) {
        for (DayPart& part : parts_by_day(*activity, now)) {
            TimeTable::Day& day = days[part.day];
            day.day = part.day;
            day.spent = sum(day.spent, part.spent);
            add_to(by_inspector[part.day], activity->inspector, part.spent);
            day.parts.push_back(std::move(part));
        }
    }
    for (auto& [day, sums] : by_inspector) days[day].by_inspector = listed(sums);
    for (auto& [name, day] : days) {
        std::ranges::sort(day.parts, {}, [](const DayPart& part) {
            const Activity& of = *part.activity;
            return std::tuple(part.stretches.empty() ? of.started.at : part.stretches.front().from, of.id);
        });
    }
    return days;
}

struct OfActivity {
    const Activity* activity;
    Stretch stretch;
};

void sort_by_beginning(std::vector<OfActivity>& all) {
    std::ranges::sort(
        all, {}, [](const OfActivity& one) { return std::tuple(one.stretch.from, one.stretch.to, one.activity->id); });
}

/// While a timer stands another one may run: overlaps are of the time that ran.
void find_overlaps(const std::vector<const Activity*>& of_one, Instant now, Days& days) {
    std::vector<OfActivity> all;
    for (const Activity* activity : of_one) {
        for (const Stretch& stretch : activity->time_run(now)) all.push_back({activity, stretch});
    }
    sort_by_beginning(all);
    const OfActivity* longest = nullptr;
    for (const OfActivity& one : all) {
        if (longest != nullptr && one.stretch.from < longest->stretch.to) {
            const Stretch both{one.stretch.from, std::min(one.stretch.to, longest->stretch.to)};
            if (length(both) >= least_overlap_ms)
                days[day_on_the_wall(*one.activity, both.from)].overlaps.push_back(
                    {longest->activity, one.activity, both});
        }
        if (longest == nullptr || longest->stretch.to < one.stretch.to) longest = &one;
    }
}

/// What was a pause is no gap: gaps lie between activities, from the end of one to the beginning of the next.
void find_gaps(const std::vector<const Activity*>& of_one, Instant now, Days& days) {
    std::vector<OfActivity> all;
    for (const Activity* activity : of_one) {
        const auto run = activity->time_run(now);
        if (!run.empty()) all.push_back({activity, {run.front().from, activity->ended.value_or(run.back().to)}});
    }
    sort_by_beginning(all);
    const OfActivity* last = nullptr;
    for (const OfActivity& one : all) {
        if (last != nullptr && last->stretch.to < one.stretch.from) {
            const Stretch between{last->stretch.to, one.stretch.from};
            const std::string day = day_on_the_wall(*one.activity, between.to);
            if (length(between) >= least_gap_ms && day == day_on_the_wall(*last->activity, between.from))
                days[day].gaps.push_back({last->activity, one.activity, between});
        }
        if (last == nullptr || last->stretch.to < one.stretch.to) last = &one;
    }
}

}  // namespace

std::vector<DayPart> parts_by_day(const Activity& activity, Instant now) {
    const std::vector<Stretch> run = activity.time_run(now);
    std::vector<DayPart> parts;
    const auto part_of = [&](Instant at) -> DayPart& {
        const std::string day = day_on_the_wall(activity, at);
        if (parts.empty() || parts.back().day != day)
            parts.push_back({.activity = &activity, .day = day, .stretches = {}});
        return parts.back();
    };
    const auto add = [](DayPart& part, const Stretch& stretch) {
        part.stretches.push_back(stretch);
        part.spent = sum(part.spent, length(stretch));
    };
    if (run.empty() || !can_be_split(run)) {
        DayPart& whole = part_of(activity.started.at);
        for (const Stretch& stretch : run) add(whole, stretch);
        return parts;
    }
    for (Stretch rest : run) {
        while (rest.from < rest.to) {
            const Instant to = std::min(rest.to, midnight_after(activity, rest.from));
            add(part_of(rest.from), {rest.from, to});
            rest.from = to;
        }
    }
    return parts;
}

bool lacks_time(const Activity& activity, Instant now) {
    return activity.ended && !activity.retired && activity.time_spent(now) < least_time_ms;
}

bool was_left_running(const Activity& activity, Instant now) {
    const Instant began = activity.started.at;
    return activity.is_running() && began < now && day_on_the_wall(activity, began) != day_on_the_wall(activity, now);
}

TimeTable time_table(const Notebook& book, Instant now) {
    std::vector<const Activity*> activities = book.activities();
    std::erase_if(activities, [](const Activity* one) { return one->retired; });
    TimeTable table;
    table.activities = activities.size();
    std::map<std::string, TimeSum> by_inspector;
    std::map<std::string, TimeSum> by_kind;
    std::map<std::string, std::vector<const Activity*>> of_inspector;
    for (const Activity* activity : activities) {
        const std::int64_t spent = activity->time_spent(now);
        table.spent = sum(table.spent, spent);
        add_to(by_inspector, activity->inspector, spent);
        add_to(by_kind, activity->kind, spent);
        of_inspector[activity->inspector].push_back(activity);
        if (lacks_time(*activity, now)) table.without_time.push_back(activity);
    }
    table.by_inspector = listed(by_inspector);
    table.by_kind = listed(by_kind);
    std::ranges::stable_sort(table.by_kind, std::ranges::greater{}, &TimeSum::spent);
    Days days = days_of(activities, now);
    for (const auto& [name, of_one] : of_inspector) {
        find_overlaps(of_one, now, days);
        find_gaps(of_one, now, days);
    }
    for (auto& [name, day] : days) {
        std::ranges::sort(day.overlaps, {},
                          [](const TimeOverlap& one) { return std::tuple(one.both.from, one.second->id); });
        std::ranges::sort(day.gaps, {}, [](const TimeGap& one) { return std::tuple(one.between.from, one.after->id); });
        day.day = name;
        table.days.push_back(std::move(day));
    }
    return table;
}

}  // namespace daybook
