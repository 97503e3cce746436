// Days for somebody's calendar: the lines that RFC 5545 asks for, whatever a title has in it.
#include "core/notebook/calendar_file.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace daybook::testing {
namespace {

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < file.size();) {
        const std::size_t end = file.find("\r\n", from);
        REQUIRE(end != std::string::npos);
        lines.push_back(file.substr(from, end - from));
        from = end + 2;
    }
    return lines;
}

std::string unfolded(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    return text;
}

}  // namespace

TEST_CASE("calendar file: each day is an event of its own, for the whole day") {
    const std::array events{CalendarEvent{"a@daybook", "2015-10-16", "The letter is sent", "F53"},
                            CalendarEvent{"b@daybook", "2015-10-23", "It is published", "F53"}};
    const auto lines = lines_of(calendar_file(events, {1'442'224'800'000}));
    const std::vector<std::string> expected{"BEGIN:VCALENDAR",
                                            "VERSION:2.0",
                                            "PRODID:-//Daybook//Deadlines//EN",
                                            "BEGIN:VEVENT",
                                            "UID:a@daybook",
                                            "DTSTAMP:20150914T100000Z",
                                            "DTSTART;VALUE=DATE:20151016",
                                            "SUMMARY:The letter is sent",
                                            "DESCRIPTION:F53",
                                            "SEQUENCE:24037080",
                                            "TRANSP:TRANSPARENT",
                                            "END:VEVENT",
                                            "BEGIN:VEVENT",
                                            "UID:b@daybook",
                                            "DTSTAMP:20150914T100000Z",
                                            "DTSTART;VALUE=DATE:20151023",
                                            "SUMMARY:It is published",
                                            "DESCRIPTION:F53",
                                            "SEQUENCE:24037080",
                                            "TRANSP:TRANSPARENT",
                                            "END:VEVENT",
                                            "END:VCALENDAR"};
    CHECK(lines == expected);
}

TEST_CASE("calendar file: signs that mean something there are escaped, and long lines are folded between characters") {
    std::string title = "Letter; to the authority, \\ and\nmore\x01: ";
    for (int n = 0; n < 60; ++n) title += "é";
    const std::array events{CalendarEvent{"a@daybook", "2015-10-16", title, ""}};
    const auto lines = lines_of(calendar_file(events, {0}));
    std::string expected = "SUMMARY:Letter\\; to the authority\\, \\\\ and\\nmore: ";
    for (int n = 0; n < 60; ++n) expected += "é";
    CHECK(unfolded(lines).contains(expected));
    for (const std::string& line : lines) {
        CAPTURE(line);
        CHECK(line.size() <= 75);
        const auto first = static_cast<unsigned char>(line.size() > 1 ? line[1] : 'x');
        CHECK((first & 0xC0U) != 0x80U);
    }
}

}  // namespace daybook::testing
