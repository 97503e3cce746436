// What an entry says beyond its words and marks: follow-up, emerging finding, what must be passed on, the impact seen.
// Never in the way of the words: what is not set is out of sight until it is asked for.
#pragma once

#include "app/screens/entry_open.h"

namespace daybook {

/// The button that shows them, they themselves if they are out, and in any case what of them is set.
void more_marks(Ui& ui, const OpenEntry& open);

/// What is set, where nothing can be written.
void flags_to_read(Ui& ui, const View& view, const Entry& entry, Wishes& wishes);

}  // namespace daybook
