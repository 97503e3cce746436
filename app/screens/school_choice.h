// The school that an activity is at or about: found by part of its name, and taken off again.
// Never one that is not in the notebook: see app/screens/schools.h.
#pragma once

#include <optional>
#include <string>

#include "app/widgets/ui.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// Gives the school that was chosen in this frame, nil if the one that there was is to be none; nothing if neither.
/// Nothing is drawn while the notebook has no school that could be chosen.
std::optional<ItemId> school_choice(Ui& ui, const Notebook& book, std::string& query, ItemId chosen);

}  // namespace daybook
