// The timetable of the two weeks: what in it cannot go well, the days as a picture, and all sessions by day.
// Never changes anything but what is carried elsewhere in the picture: all else of a session is typed in on its own.
#pragma once

#include <string>

#include "app/screens/plan_drag.h"
#include "app/screens/planned.h"
#include "app/screens/screen.h"

namespace daybook {

struct PlanDesk {
    InspectionId of{};          ///< whose plan this is
    std::string day{};          ///< the first that is shown; empty: today, or when something is next
    bool all_warnings = false;  ///< all of them are shown
    PlanDrag drag{};
};

void plan_screen(Ui& ui, const View& view, PlanDesk& desk, PlannedDesk& session, const std::string& author,
                 Wishes wishes);

/// "12 sessions, 2 to look at", for the row that leads there.
[[nodiscard]] std::string plan_words(const Words& say, const Notebook& book);

}  // namespace daybook
