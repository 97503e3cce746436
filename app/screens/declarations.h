// Conflicts of interest that inspectors have declared: who, what, when, and what was decided.
// Never takes one away: one that is no more is retired, and kept.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// What is being typed of one.
struct DeclarationsDesk {
    InspectionId of{};                ///< whose inspection this is
    std::optional<ItemId> editing{};  ///< one that need not be in the notebook yet
    Declaration typed{};
    std::string who_error{};
    std::string what_error{};
    std::string day_error{};
    bool focus_wanted = false;
};

void declarations_screen(Ui& ui, const View& view, DeclarationsDesk& desk, const std::string& author, Wishes wishes);

/// "2 declared, 1 not decided on".
[[nodiscard]] std::string declarations_words(const Words& say, const Notebook& book);

}  // namespace daybook
