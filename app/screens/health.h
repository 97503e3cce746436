// What the rules of the framework want and the notebook has not: each with why, a way there, and setting it aside.
// Never hides what was set aside: it stands beneath, with who did it, when and why.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct HealthDesk {
    InspectionId of{};     ///< whose shortfalls these are
    std::string asking{};  ///< the key of the one that is about to be set aside; empty for none
    std::string reason{};  ///< as it is being typed
    bool without_reason = false;
    bool focus_wanted = false;  ///< the field for it is to get the caret
};

void health_screen(Ui& ui, const View& view, HealthDesk& desk, Wishes wishes);

/// A row that leads there, with how many are open; nothing where the framework has no rules.
void health_row(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
