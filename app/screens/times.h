// One activity's times and details: what the timer said or somebody typed in, and correcting it.
// Never a correction that hides what was there before: each is a revision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "core/notebook/activity_times.h"

namespace daybook {

/// One pause as it is typed.
struct PauseForm {
    std::optional<Pause> was{};  ///< none: it was added here
    std::string from{};
    std::string to{};
    std::string from_error{};
    std::string to_error{};
};

struct TimesDesk {
    ItemId of{};
    ActivityTimes said{};     ///< of the activity when the form was filled
    std::string place_was{};  ///< the same
    bool touched = false;     ///< something was typed, and is not saved yet
    std::string day{};
    std::string start{};
    std::string end_day{};
    std::string end{};
    std::string place{};
    std::string school_query{};  ///< part of the name of the school that is looked for
    std::vector<PauseForm> pauses{};
    std::string day_error{};
    std::string start_error{};
    std::string end_day_error{};
    std::string end_error{};
};

/// Of the activity of the spot that one is at.
void times_screen(Ui& ui, const View& view, TimesDesk& desk, Wishes wishes);

/// Why a time will not do.
[[nodiscard]] std::string_view fault_words(const Words& say, TimesFault::Why why);

}  // namespace daybook
