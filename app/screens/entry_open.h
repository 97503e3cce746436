// An entry that is open on the screen, as the parts of the screen need it.
// Never kept from one frame to the next.
#pragma once

#include "app/screens/entry.h"

namespace daybook {

/// All that the parts of the screen need.
struct OpenEntry {
    const View& view;
    Standing standing;
    const Activity* activity;  // none until the engine has answered its start
    const Entry* entry;        // none until its first words or mark
    Draft& draft;
    Drafts& drafts;
    Album& album;
    InkShapes& ink;
    EntryDesk& desk;
    Wishes& wishes;
};

/// It belongs to a meeting or a call, not to documents or one's own work.
[[nodiscard]] bool meets_people(const OpenEntry& open);
[[nodiscard]] bool is_running(const OpenEntry& open);
[[nodiscard]] bool can_be_written(const OpenEntry& open);

}  // namespace daybook
