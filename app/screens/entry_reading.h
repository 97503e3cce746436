// An entry that can be read and not written: the words without an editor, the marks without buttons.
// Never offers what would be refused.
#pragma once

#include "app/screens/entry_open.h"

namespace daybook {

void words_to_read(Ui& ui, const OpenEntry& open, const Box& box);
/// `entry` is null where nothing was written.
void marks_to_read(Ui& ui, const View& view, const Entry* entry);

}  // namespace daybook
