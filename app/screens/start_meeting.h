// What begins now, where, and with whom.
// Never asks for a name: people are recorded by role.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.h"

namespace daybook {

struct MeetingForm {
    std::string kind;  ///< id in the pack; empty: the first
    std::string place;
    std::vector<std::string> roles;
    bool all_kinds = false;  ///< the rarer kinds are shown as well
};

void start_meeting_screen(Ui& ui, const View& view, MeetingForm& form, Wishes wishes);

}  // namespace daybook
