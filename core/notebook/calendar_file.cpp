#include "core/notebook/calendar_file.h"

#include <format>
#include <string_view>

#include "core/base/utf8.h"

namespace daybook {
namespace {

/// RFC 5545, 3.3.11. Other control characters have no place in a text.
std::string escaped(std::string_view text) {
    std::string written;
    for (const char letter : text) {
        if (letter == '\n') {
            written += "\\n";
        } else if (letter == '\\' || letter == ';' || letter == ',') {
            written += '\\';
            written += letter;
        } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f) {
            written += letter;
        }
    }
    return written;
}

/// RFC 5545, 3.1: a line goes on in the next one behind a blank. Characters are not cut.
void add_line(std::string& file, std::string_view line) {
    constexpr std::size_t longest = 75;  // bytes
    for (std::size_t room = longest; line.size() > room; room = longest - 1) {
        const std::size_t start = character_start(line, room);
        const std::size_t cut = start == 0 ? room : start;  // of no text in UTF-8
        file.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
    }
    file.append(line).append("\r\n");
}

std::string without_hyphens(std::string_view iso_date) {
    std::string digits;
    for (const char letter : iso_date) {
        if (letter != '-') digits += letter;
    }
    return digits;
}

}  // namespace

std::string calendar_file(std::span<const CalendarEvent> events, Instant now) {
    const std::string moment = rfc3339({now, 0}).substr(0, 19);  // 2015-09-14T10:42:07
    std::string made;
    for (const char letter : moment) {
        if (letter != '-' && letter != ':') made += letter;
    }
    std::string file;
    for (const std::string_view line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Daybook//Deadlines//EN"}) {
        add_line(file, line);
    }
    for (const CalendarEvent& event : events) {
        add_line(file, "BEGIN:VEVENT");
        add_line(file, "UID:" + escaped(event.id));
        add_line(file, std::format("DTSTAMP:{}Z", made));
        add_line(file, "DTSTART;VALUE=DATE:" + without_hyphens(event.iso_date));
        add_line(file, "SUMMARY:" + escaped(event.title));
        add_line(file, "DESCRIPTION:" + escaped(event.about));
        add_line(file,
                 std::format("SEQUENCE:{}", now.unix_ms / 60'000));  // a later file's days take the place of these
        add_line(file, "TRANSP:TRANSPARENT");
        add_line(file, "END:VEVENT");
    }
    add_line(file, "END:VCALENDAR");
    return file;
}

}  // namespace daybook
