// Where the time went: by day, by inspector and by kind, with what overlaps, what lies between, and what has no time.
// Never a judgement: that an inspector was in two places at once is said, and left for a person to put right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// What of an activity falls on one day, by the clock on its writer's wall.
struct DayPart {
    const Activity* activity = nullptr;
    std::string day;                 ///< "2015-09-14"
    std::vector<Stretch> stretches;  ///< when it ran, in order; none for one without time
    std::int64_t spent = 0;          ///< milliseconds of them
};

/// One inspector in two activities at once: those of `first` began earlier.
struct TimeOverlap {
    const Activity* first = nullptr;
    const Activity* second = nullptr;
    Stretch both;
};

/// Between two activities of one inspector, on one day.
struct TimeGap {
    const Activity* before = nullptr;
    const Activity* after = nullptr;
    Stretch between;
};

struct TimeSum {
    std::string of;              ///< a name, or the id of a kind
    std::int64_t spent = 0;      ///< milliseconds
    std::size_t activities = 0;  ///< one that goes on over midnight counts on each of its days
};

struct TimeTable {
    struct Day {
        std::string day;
        std::vector<DayPart> parts;  ///< by their beginning
        std::int64_t spent = 0;
        std::vector<TimeSum> by_inspector;  ///< by name
        std::vector<TimeOverlap> overlaps;  ///< in order, as the gaps
        std::vector<TimeGap> gaps;
    };
    std::vector<Day> days;              ///< in order
    std::vector<TimeSum> by_inspector;  ///< by name
    std::vector<TimeSum> by_kind;       ///< the longest first
    std::int64_t spent = 0;
    std::size_t activities = 0;
    std::vector<const Activity*> without_time;  ///< ended, and no minute of it ran
};

/// Whoever reads minutes reads none there. It is what two typed times of the same minute come to as well.
inline constexpr std::int64_t least_time_ms = 60'000;
/// What is typed in is whole minutes: less than one is no overlap.
inline constexpr std::int64_t least_overlap_ms = 60'000;
/// From one meeting to the next one walks. What is longer may have been something that belongs into the notebook.
inline constexpr std::int64_t least_gap_ms = std::int64_t{15} * 60 * 1000;
/// An activity that lasts longer counts whole on the day on which it began: a stranger's may last ten thousand years.
inline constexpr std::int64_t longest_split_ms = std::int64_t{14} * 24 * 60 * 60 * 1000;

/// By day, one or more: one that goes on over midnight is split there.
[[nodiscard]] std::vector<DayPart> parts_by_day(const Activity& activity, Instant now);

[[nodiscard]] bool lacks_time(const Activity& activity, Instant now);

/// Whether nobody has ended it although the day on which it began is over, by the clock on its writer's wall: it runs,
/// or its timer stands.
[[nodiscard]] bool was_left_running(const Activity& activity, Instant now);

/// Of all that is not retired, up to `now` for what runs. Of activities that overlap, each is named with the one that
/// lasts longest of those in which it begins. Sums that are beyond a number stay at the largest one. It looks into
/// `book`.
[[nodiscard]] TimeTable time_table(const Notebook& book, Instant now);

}  // namespace daybook
