#include "core/base/wall_clock.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace daybook {
namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string_view without_blanks(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Of one or two digits; none for anything else.
std::optional<int> small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 2 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

/// The hour and the minute as they stand in `typed`.
std::optional<std::array<std::string_view, 2>> parts_of(std::string_view typed) {
    if (typed.size() == 4 && std::ranges::all_of(typed, is_digit)) return {{typed.substr(0, 2), typed.substr(2)}};
    const std::size_t between = typed.find_first_of(":.");
    if (between == std::string_view::npos) return std::nullopt;
    std::string_view minute = typed.substr(between + 1);
    if (const std::size_t next = minute.find(':'); next != std::string_view::npos) {
        const auto second = small_number(minute.substr(next + 1));
        if (!second || *second > 59) return std::nullopt;
        minute = minute.substr(0, next);
    }
    if (minute.size() != 2) return std::nullopt;
    return {{typed.substr(0, between), minute}};
}

}  // namespace

std::optional<int> minutes_of_day(std::string_view typed) {
    const auto parts = parts_of(without_blanks(typed));
    if (!parts) return std::nullopt;
    const auto hour = small_number((*parts)[0]);
    const auto minute = small_number((*parts)[1]);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

bool is_typed_day(std::string_view iso_date) {
    constexpr std::string_view earliest = "1900-01-01";
    return is_iso_date(iso_date) && iso_date >= earliest;
}

std::optional<Instant> moment_of(std::string_view iso_date, std::string_view clock, std::int32_t utc_offset_minutes) {
    const auto minutes = minutes_of_day(clock);
    const auto day = is_typed_day(iso_date) ? calendar_day(iso_date) : std::nullopt;
    if (!minutes || !day) return std::nullopt;
    const std::chrono::sys_days midnight{std::chrono::year(day->year) / std::chrono::month(day->month) /
                                         std::chrono::day(day->day)};
    const std::chrono::minutes local = midnight.time_since_epoch() + std::chrono::minutes(*minutes);
    return Instant{std::chrono::milliseconds(local - std::chrono::minutes(utc_offset_minutes)).count()};
}

}  // namespace daybook
