#include "core/notebook/activity_times.h"

namespace daybook {
namespace {

std::optional<TimesFault::Why> fault_of_end(const ActivityTimes& times, Instant now) {
    const Instant start = times.started.at;
    const Instant end = *times.ended;
    if (end <= start) return TimesFault::Why::not_after_start;
    // As numbers without a sign: a stranger's two moments may be further apart than a number with one can say.
    const auto spent = static_cast<std::uint64_t>(end.unix_ms) - static_cast<std::uint64_t>(start.unix_ms);
    if (spent > static_cast<std::uint64_t>(longest_activity_ms)) return TimesFault::Why::longer_than_a_day;
    if (end > now) return TimesFault::Why::in_the_future;
    return std::nullopt;
}

std::optional<TimesFault::Why> fault_of_pause(const Pause& pause, const ActivityTimes& times, Instant now) {
    if (pause.to && *pause.to < pause.from) return TimesFault::Why::reversed;
    const Instant end = times.ended.value_or(now);
    if (pause.from < times.started.at || pause.from > end || pause.to.value_or(end) > end)
        return TimesFault::Why::outside;
    return std::nullopt;
}

}  // namespace

ActivityTimes times_said(const Activity& activity) {
    return {.started = activity.started, .ended = activity.ended, .pauses = activity.pauses};
}

std::vector<TimesFault> check_times(const ActivityTimes& times, Instant now) {
    using Of = TimesFault::Of;
    std::vector<TimesFault> faults;
    if (times.started.at > now) faults.push_back({.of = Of::start, .why = TimesFault::Why::in_the_future});
    if (times.ended) {
        if (const auto why = fault_of_end(times, now)) faults.push_back({.of = Of::end, .why = *why});
    }
    for (std::size_t index = 0; index < times.pauses.size(); ++index) {
        if (const auto why = fault_of_pause(times.pauses[index], times, now))
            faults.push_back({.of = Of::pause, .why = *why, .pause = index});
    }
    return faults;
}

}  // namespace daybook
