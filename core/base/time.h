// Moments, and the order of things that happened on clocks that disagree.
// Never asks what time it is: the time comes in.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"

namespace daybook {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t unix_ms = 0;
    auto operator<=>(const Instant&) const = default;
};

/// A moment as the writer's own clock on the wall showed it.
struct LocalTime {
    Instant at;
    std::int32_t utc_offset_minutes = 0;  ///< local minus UTC, in minutes; British summer time is 60
    auto operator<=>(const LocalTime&) const = default;
};

/// A hybrid logical clock's reading: physical time when clocks behave, cause before effect always.
/// Order: time, then counter, then device; equal only for the same event.
/// Source: Kulkarni et al., "Logical Physical Clocks", 2014.
struct Stamp {
    std::int64_t unix_ms = 0;
    std::uint32_t counter = 0;
    DeviceId device;
    auto operator<=>(const Stamp&) const = default;
};

/// The stamp of the next event on `device`, later than `last` even when the clock went backwards.
/// After the last stamp that can be written there is none later: then it is that one, on `device`.
[[nodiscard]] Stamp next_stamp(const Stamp& last, Instant now, DeviceId device);

/// A day of the calendar.
struct CalendarDay {
    int year = 0;
    unsigned month = 1;    ///< from 1
    unsigned day = 1;      ///< from 1
    unsigned weekday = 0;  ///< from 0, which is Monday
};
/// On the writer's wall clock.
[[nodiscard]] CalendarDay calendar_day(LocalTime time);
/// Of "2015-09-14"; none if that is no day.
[[nodiscard]] std::optional<CalendarDay> calendar_day(std::string_view iso_date);

/// "10:42:07", on the writer's wall clock.
[[nodiscard]] std::string clock_time(LocalTime time);
/// "10:42", on the writer's wall clock.
[[nodiscard]] std::string clock_minutes(LocalTime time);
/// "2015-09-14", on the writer's wall clock.
[[nodiscard]] std::string calendar_date(LocalTime time);
/// "2015-09-14T10:42:07+01:00" (RFC 3339).
[[nodiscard]] std::string rfc3339(LocalTime time);
/// "Mon 14 Sep 2015", on the writer's wall clock.
[[nodiscard]] std::string friendly_date(LocalTime time);
/// "Mon 14 Sep 2015" for "2015-09-14"; the text itself if it is no date.
[[nodiscard]] std::string friendly_date(std::string_view iso_date);
/// True for a real calendar day written "2015-09-14".
[[nodiscard]] bool is_iso_date(std::string_view text);
/// "1 h 05 min", "12 min", "40 s".
[[nodiscard]] std::string duration_words(std::int64_t milliseconds);

}  // namespace daybook
