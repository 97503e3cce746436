// What is due when: each day with what it counts from and its source, and the days that are counted from.
// Never a day without its source, and never one that was not counted.
#pragma once

#include <map>
#include <string>

#include "app/screens/screen.h"
#include "platform/window.h"

namespace daybook {

struct DeadlinesDesk {
    InspectionId of{};                           ///< whose days these are
    std::map<std::string, std::string> typed{};  ///< by the ids of milestones: not saved yet
    std::map<std::string, std::string> errors{};
};

void deadlines_screen(Ui& ui, const View& view, DeadlinesDesk& desk, Window& window, Wishes wishes);

/// "Next: Fri 16 Oct 2015", for the row that leads there.
[[nodiscard]] std::string deadlines_words(const Words& say, const View& view);

}  // namespace daybook
