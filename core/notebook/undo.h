// What takes a change back: another change, made from how things stood before it.
// Never takes anything out of the history: it becomes a revision like every other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// A whole text that was put in the place of another.
struct WordsPut {
    ItemId item;
    std::string field;
    std::string before;
    std::string after;
};

/// Some changes that were made together, and those that take them back.
struct Undoable {
    InspectionId inspection;
    std::vector<Change> made;
    std::vector<Change> back;  ///< in the order in which they are to be made
    /// Instead of both: what takes words back builds on the version that they made, which is not known before.
    std::optional<WordsPut> words{};
};

/// How to take `changes` back, `book` being as it was before them. `on_the_way` were made before them, in this order,
/// but are not in `book` yet. What creates a passage is taken back by taking its marks off; a stroke, schools, saved
/// views, a record of something passed on, a declaration, a session that is planned and a contact by retiring them.
/// Words can be taken back that were put by a single change, in place of a single version. Nothing if it cannot be done
/// by such changes (what creates anything else, or writes besides), or if they change nothing.
[[nodiscard]] std::optional<Undoable> undoable(const Notebook& book, const std::vector<Change>& changes,
                                               const std::vector<Change>& on_the_way = {});

/// True if each of them is still as `changes` left it: nobody has changed it since.
[[nodiscard]] bool stands(const Notebook& book, const std::vector<Change>& changes);

/// What puts the words before in the place of those after; nothing unless the text says just these.
[[nodiscard]] std::optional<Change> taken_back(const Notebook& book, const WordsPut& words);

}  // namespace daybook
