// Everything that was written, by activity.
// Never hides what was retired: it stands where it stood.
#pragma once

#include "app/screens/screen.h"

namespace daybook {

/// `current`: the entry that is shown beside the list; nil if none is.
void notebook_screen(Ui& ui, const View& view, ItemId current, Wishes wishes);
/// What stands beside the list while no entry is chosen.
void nothing_chosen(Ui& ui, const Box& area);

}  // namespace daybook
