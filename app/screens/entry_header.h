// The head of an entry: the way back, what it belongs to, how long that runs, and what can be done.
// Never higher than it must be: the words need the room.
#pragma once

#include "app/screens/entry_open.h"

namespace daybook {

/// Where the actions are: at the right of the title, beneath it, or below the words where there is little height.
enum class ActionsAt { beside, beneath, below_words };

[[nodiscard]] ActionsAt actions_at(const Ui& ui, const Box& area);

/// Draws the head at the top of `area`; gives where it ends.
float entry_header(Ui& ui, const OpenEntry& open, const Box& area, float sides);
/// New entry, who is here, pause, stop.
void entry_actions(Ui& ui, const OpenEntry& open);

}  // namespace daybook
