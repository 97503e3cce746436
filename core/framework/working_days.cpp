#include "core/framework/working_days.h"

#include <algorithm>
#include <format>

#include "core/base/time.h"

namespace daybook {
namespace {

bool is_working_day(const HolidayCalendar& calendar, std::chrono::sys_days day) {
    const unsigned weekday = std::chrono::weekday(day).iso_encoding();
    return weekday <= 5 && !std::ranges::binary_search(calendar.holidays, day);
}

}  // namespace

std::optional<std::chrono::sys_days> day_from(std::string_view iso_date) {
    const auto day = calendar_day(iso_date);
    if (!day) return std::nullopt;
    return std::chrono::year(day->year) / std::chrono::month(day->month) / std::chrono::day(day->day);
}

std::optional<std::string> working_day_after(const HolidayCalendar& calendar, std::string_view iso_date, int count) {
    const auto from = day_from(iso_date);
    if (!from) return std::nullopt;
    std::chrono::sys_days day = *from;
    for (int left = count; left > 0;) {
        day += std::chrono::days(1);
        const std::chrono::year_month_day date(day);
        if (!calendar.knows(static_cast<int>(date.year()))) return std::nullopt;
        if (is_working_day(calendar, day)) --left;
    }
    const std::chrono::year_month_day date(day);
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace daybook
