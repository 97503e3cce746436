// One entry of the notebook: the words, and the marks beside them.
// Never draws the words: the platform's editor shows them for as long as the entry is open.
#pragma once

#include <map>

#include "app/album.h"
#include "app/drafts.h"
#include "app/ink_shapes.h"
#include "app/marking.h"
#include "app/screens/entry_margin.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct EntryDesk {
    ItemId shown;               ///< the entry that was shown in the frame before
    SemanticId field = 0;       ///< its words', while they can be typed
    bool people_open = false;   ///< the role chips are out
    bool prompts_open = false;  ///< what can be asked is out
    bool flags_open = false;    ///< the marks that are needed less often are out
    bool was_typing_impact = false;
    bool was_typing = false;  ///< the field had the focus in the frame before
    bool goes_on = false;     ///< somebody comes back who was typing: the field is to have the focus again
    std::map<ItemId, CaretPlace> carets{};  ///< where each entry was left
    MarginDesk margin;
    MarkDesk marks;          ///< of the entry that is shown
    MarkTarget mark_target;  ///< what its marks went to in the frame before

    /// Notes where the caret stands, as far as the entry is still on the screen.
    void note_caret(const TextFields& fields);
};

/// How the entry stands on the screen: alone, or beside the list that it was chosen from.
enum class Standing { alone, beside_list };

/// What the screen works with.
struct EntryTools {
    Drafts& drafts;
    Album& album;
    InkShapes& ink;
};

void entry_screen(Ui& ui, const View& view, Standing standing, EntryDesk& desk, EntryTools with, Wishes wishes);

}  // namespace daybook
