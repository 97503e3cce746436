// Days that are due as an iCalendar file (RFC 5545), for the calendar that somebody uses anyway.
// Never a word of the notebook in it: it is not sealed, and other programs keep it.
#pragma once

#include <span>
#include <string>

#include "core/base/time.h"

namespace daybook {

struct CalendarEvent {
    std::string id;        ///< the same for the same event, whenever it is written; unique in the world
    std::string iso_date;  ///< "2015-10-16": all of that day
    std::string title;
    std::string about;
};

/// With lines of at most 75 bytes that end in CR LF. `now` is when it was made.
[[nodiscard]] std::string calendar_file(std::span<const CalendarEvent> events, Instant now);

}  // namespace daybook
