// Working days: those of the week that are no holiday, for the years of which the holidays are known.
// Never guesses what is a holiday in any other year.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

/// The holidays of a place. Without a name it knows no year.
struct HolidayCalendar {
    std::string name;                             ///< "England"
    int first_year = 0;                           ///< from its first of January on the holidays are known
    int last_year = -1;                           ///< to the end of this year
    std::vector<std::chrono::sys_days> holidays;  ///< in order; Saturdays and Sundays need not be among them
    std::string source;
    bool operator==(const HolidayCalendar&) const = default;

    [[nodiscard]] bool knows(int year) const { return year >= first_year && year <= last_year; }
};

/// Of "2015-12-25"; none if that is no day.
[[nodiscard]] std::optional<std::chrono::sys_days> day_from(std::string_view iso_date);

/// The working day that is so many working days after this day, "2015-10-16" for 20 after "2015-09-18". The day itself
/// is not counted, and need not be a working day. `count` is at least 1. None if it is no day, or if a day up to the
/// one that was asked for lies in a year that the calendar does not know.
[[nodiscard]] std::optional<std::string> working_day_after(const HolidayCalendar& calendar, std::string_view iso_date,
                                                           int count);

}  // namespace daybook
