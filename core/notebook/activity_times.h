// When an activity was, as somebody types it in: what is wrong with it, before it becomes changes.
// Never the words of a complaint: those are the screen's.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/notebook/activity.h"

namespace daybook {

struct ActivityTimes {
    LocalTime started;
    std::optional<Instant> ended;  ///< none while it runs
    std::vector<Pause> pauses;
    bool operator==(const ActivityTimes&) const = default;
};

[[nodiscard]] ActivityTimes times_said(const Activity& activity);

struct TimesFault {
    enum class Of : std::uint8_t { start, end, pause };
    enum class Why : std::uint8_t {
        in_the_future,
        not_after_start,    ///< of the end: no time would be left
        longer_than_a_day,  ///< of the end
        reversed,           ///< of a pause: it ends before it begins
        outside,            ///< of a pause: it begins or ends while the activity does not run
    };
    Of of = Of::start;
    Why why = Why::in_the_future;
    std::size_t pause = 0;  ///< its place in ActivityTimes::pauses
    bool operator==(const TimesFault&) const = default;
};

/// Whoever works longer than that in one go has forgotten to stop, or mistyped a day.
inline constexpr std::int64_t longest_activity_ms = std::int64_t{24} * 60 * 60 * 1000;

/// All that is wrong; empty if nothing is.
[[nodiscard]] std::vector<TimesFault> check_times(const ActivityTimes& times, Instant now);

}  // namespace daybook
