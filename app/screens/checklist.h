// One checklist: what is said of each item with one tap, who said it and when, and a note.
// Never moves what is below a finger: a note that was opened stays open until one leaves.
#pragma once

#include <set>

#include "app/drafts.h"
#include "app/screens/entry.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct ChecklistDesk {
    ItemId shown;            ///< the list that was shown in the frame before
    std::set<ItemId> notes;  ///< items whose notes are open
    ItemId begun;            ///< of those, the one that was opened just now: the caret goes there
    ItemId typing;           ///< and the one that has the caret
};

/// What the screen works with.
struct ChecklistTools {
    Drafts& drafts;
    EntryDesk& entry_desk;  ///< of an entry that is begun from here
};

void checklist_screen(Ui& ui, const View& view, ChecklistDesk& desk, ChecklistTools with, Wishes wishes);

}  // namespace daybook
