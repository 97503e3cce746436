// Whom the team may have to reach: added, corrected, retired.
// Never who was met: those are recorded by role.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// What is being typed of one.
struct ContactsDesk {
    std::optional<ItemId> editing{};  ///< one that need not be in the notebook yet
    Contact typed{};
    std::string name_error{};
    bool focus_wanted = false;
};

/// A part of a screen, with its own heading.
void contacts_part(Ui& ui, const View& view, ContactsDesk& desk, Wishes wishes);

}  // namespace daybook
