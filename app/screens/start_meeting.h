// What begins now, or was earlier: what it is, where, and with whom.
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
    ItemId school;             ///< nil for none
    std::string inspector;     ///< whose it is; empty: of whoever uses this device
    std::string school_query;  ///< part of the name of the one that is looked for
    bool all_kinds = false;    ///< the rarer kinds are shown as well
    bool earlier = false;      ///< it is over: what follows says when it was
    std::string day;           ///< "2015-09-14"
    std::string start;         ///< "10:42"
    std::string end;
    std::string day_error;
    std::string start_error;
    std::string end_error;
};

/// `author` uses this device.
void start_meeting_screen(Ui& ui, const View& view, MeetingForm& form, const std::string& author, Wishes wishes);

}  // namespace daybook
