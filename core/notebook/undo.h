// What takes a change back: another change, made from how things stood before it.
// Never takes anything out of the history: it becomes a revision like every other.
#pragma once

#include <optional>
#include <vector>

#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// Some changes that were made together, and those that take them back.
struct Undoable {
    InspectionId inspection;
    std::vector<Change> made;
    std::vector<Change> back;  ///< in the order in which they are to be made
};

/// How to take `changes` back, `book` being as it was before them. `on_the_way` were made before them, in this order,
/// but are not in `book` yet. What creates a passage is taken back by taking its marks off, and a stroke or schools by
/// retiring them. Nothing if it cannot be done by such changes (what creates anything else, or writes), or if they
/// change nothing.
[[nodiscard]] std::optional<Undoable> undoable(const Notebook& book, const std::vector<Change>& changes,
                                               const std::vector<Change>& on_the_way = {});

/// True if each of them is still as `changes` left it: nobody has changed it since.
[[nodiscard]] bool stands(const Notebook& book, const std::vector<Change>& changes);

}  // namespace daybook
