// Where the time went: each day as bars and as a list, its gaps and overlaps, and sums by kind and by inspector.
// Never a bar without its row: whoever does not see the bars is told the same.
#pragma once

#include <string>

#include "app/screens/screen.h"
#include "app/screens/start_meeting.h"

namespace daybook {

/// `meeting` is filled in where somebody wants to record what was done in a gap.
void time_spent_screen(Ui& ui, const View& view, MeetingForm& meeting, Wishes wishes);

/// "12 h 40 min in 14 activities", for the row that leads there.
[[nodiscard]] std::string time_spent_words(const Words& say, const View& view);

}  // namespace daybook
