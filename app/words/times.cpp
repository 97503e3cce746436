#include "app/words/times.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>

namespace daybook {
namespace {

constexpr std::array<Word, 7> weekdays{Word::date_monday,   Word::date_tuesday, Word::date_wednesday,
                                       Word::date_thursday, Word::date_friday,  Word::date_saturday,
                                       Word::date_sunday};
constexpr std::array<Word, 12> months{Word::date_january, Word::date_february, Word::date_march,
                                      Word::date_april,   Word::date_may,      Word::date_june,
                                      Word::date_july,    Word::date_august,   Word::date_september,
                                      Word::date_october, Word::date_november, Word::date_december};

std::string words_of(const Words& say, const CalendarDay& day) {
    return say(phrase::date_day{.weekday = say(weekdays[day.weekday]),
                                .day = std::to_string(day.day),
                                .month = say(months[day.month - 1]),
                                .year = std::to_string(day.year)});
}

/// One decimal place, after the language's own point.
std::string decimal(const Words& say, double number) {
    std::string digits = std::format("{:.1f}", number);
    return digits.replace(digits.find('.'), 1, say(Word::size_decimal_point));
}

}  // namespace

std::string day_words(const Words& say, LocalTime time) {
    return words_of(say, calendar_day(time));
}

std::string day_words(const Words& say, std::string_view iso_date) {
    const auto day = calendar_day(iso_date);
    return day ? words_of(say, *day) : std::string(iso_date);
}

std::string time_words(const Words& say, LocalTime time) {
    const std::string clock = clock_minutes(time);
    const std::string_view digits = clock;
    return say(phrase::time_minutes{.hour = digits.substr(0, 2), .minute = digits.substr(3, 2)});
}

std::string time_words_with_seconds(const Words& say, LocalTime time) {
    const std::string clock = clock_time(time);
    const std::string_view digits = clock;
    return say(phrase::time_seconds{
        .hour = digits.substr(0, 2), .minute = digits.substr(3, 2), .second = digits.substr(6, 2)});
}

std::string offset_words(const Words& say, LocalTime time) {
    const std::int32_t minutes = time.utc_offset_minutes;
    if (minutes == 0) return say(phrase::time_offset{.offset = ""});
    const std::int32_t ahead = std::abs(minutes);
    return say(phrase::time_offset{
        .offset = std::format("{}{:02}:{:02}", minutes < 0 ? "\u2212" : "+", ahead / 60, ahead % 60)});
}

std::string minutes_words(const Words& say, std::int64_t milliseconds) {
    const std::int64_t minutes = milliseconds / 60'000;
    if (minutes < 1) return std::string(say(Word::time_under_a_minute));
    if (minutes < 60) return say(phrase::time_short{.minutes = std::to_string(minutes)});
    return say(phrase::time_long{.hours = std::to_string(minutes / 60), .minutes = std::format("{:02}", minutes % 60)});
}

std::string file_size_words(const Words& say, std::size_t bytes) {
    const auto kilobytes = static_cast<double>(bytes) / 1000;
    if (kilobytes >= 1000) return say(phrase::size_megabytes{.size = decimal(say, kilobytes / 1000)});
    return say(phrase::size_kilobytes{.size = std::format("{:.0f}", std::max(kilobytes, 1.0))});
}

std::string disk_size_words(const Words& say, std::uint64_t bytes) {
    const double megabytes = static_cast<double>(bytes) / 1'000'000;
    if (megabytes < 1) return std::string(say(Word::size_under_a_megabyte));
    if (megabytes < 1000) return say(phrase::size_megabytes{.size = std::format("{:.0f}", megabytes)});
    return say(phrase::size_gigabytes{.size = decimal(say, megabytes / 1000)});
}

}  // namespace daybook
