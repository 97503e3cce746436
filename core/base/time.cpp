#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <optional>

namespace daybook {
namespace {

/// RFC 3339 has no offset of a whole day or more, and a stranger's file may claim any number.
std::int32_t bounded_offset(std::int32_t minutes) {
    return std::clamp(minutes, -1439, 1439);
}

constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct WallClock {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<std::chrono::milliseconds> time;
};

WallClock wall_clock(LocalTime time) {
    // Years outside 0000-9999 have no RFC 3339 form, and a stranger's file may claim any number.
    constexpr std::int64_t lowest = -62'167'219'200'000;
    constexpr std::int64_t highest = 253'402'300'799'000;
    const std::int64_t offset_ms = bounded_offset(time.utc_offset_minutes) * std::int64_t{60'000};
    const std::int64_t local_ms = std::clamp(time.at.unix_ms, lowest, highest) + offset_ms;
    const std::chrono::sys_time<std::chrono::milliseconds> point{
        std::chrono::milliseconds{std::clamp(local_ms, lowest, highest)}};
    const auto day = std::chrono::floor<std::chrono::days>(point);
    return {std::chrono::year_month_day{day}, std::chrono::hh_mm_ss{point - day}};
}

CalendarDay day_of(std::chrono::year_month_day date) {
    const std::chrono::weekday weekday{std::chrono::sys_days{date}};
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<unsigned>(date.month()),
            .day = static_cast<unsigned>(date.day()),
            .weekday = weekday.iso_encoding() - 1};
}

std::string friendly(const CalendarDay& day) {
    return std::format("{} {} {} {}", weekdays[day.weekday], day.day, months[day.month - 1], day.year);
}

template <typename Number>
std::optional<Number> whole_number(std::string_view digits) {
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::optional<std::chrono::year_month_day> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole_number<unsigned>(text.substr(0, 4));
    const auto month = whole_number<unsigned>(text.substr(5, 2));
    const auto day = whole_number<unsigned>(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                           std::chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace

Stamp next_stamp(const Stamp& last, Instant now, DeviceId device) {
    if (now.unix_ms > last.unix_ms) return {now.unix_ms, 0, device};
    if (last.counter < UINT32_MAX) return {last.unix_ms, last.counter + 1, device};
    // The counter is 32 bits wide on disk; when it is used up, time itself is moved on by one.
    if (last.unix_ms < INT64_MAX) return {last.unix_ms + 1, 0, device};
    // Only a stranger's stamp can be the last one there is. The numbers of revisions order what follows it.
    return {last.unix_ms, last.counter, device};
}

std::string clock_time(LocalTime time) {
    const auto clock = wall_clock(time).time;
    return std::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string clock_minutes(LocalTime time) {
    return clock_time(time).substr(0, 5);
}

std::string calendar_date(LocalTime time) {
    const auto date = wall_clock(time).date;
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string rfc3339(LocalTime time) {
    const std::int32_t offset = bounded_offset(time.utc_offset_minutes);
    const std::int32_t minutes = offset < 0 ? -offset : offset;
    return std::format("{}T{}{}{:02}:{:02}", calendar_date(time), clock_time(time), offset < 0 ? '-' : '+',
                       minutes / 60, minutes % 60);
}

CalendarDay calendar_day(LocalTime time) {
    return day_of(wall_clock(time).date);
}

std::optional<CalendarDay> calendar_day(std::string_view iso_date) {
    return parse_iso_date(iso_date).transform(day_of);
}

std::string friendly_date(LocalTime time) {
    return friendly(calendar_day(time));
}

std::string friendly_date(std::string_view iso_date) {
    const auto day = calendar_day(iso_date);
    return day ? friendly(*day) : std::string(iso_date);
}

bool is_iso_date(std::string_view text) {
    return parse_iso_date(text).has_value();
}

std::string duration_words(std::int64_t milliseconds) {
    const std::int64_t seconds = std::max<std::int64_t>(0, milliseconds) / 1000;
    if (seconds < 60) return std::format("{} s", seconds);
    if (seconds < 3600) return std::format("{} min", seconds / 60);
    return std::format("{} h {:02} min", seconds / 3600, seconds / 60 % 60);
}

}  // namespace daybook
