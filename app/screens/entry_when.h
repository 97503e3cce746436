// When an entry was written, beside its activity: during it, the same day, later, or again after a loss.
// Never decides it: but for a loss, which only its writer knows, it follows from the history.
#pragma once

#include "app/screens/entry_open.h"

namespace daybook {

/// For one that can be written. With the way to its activity's times, from which it follows.
void when_it_was_written(Ui& ui, const OpenEntry& open);

}  // namespace daybook
