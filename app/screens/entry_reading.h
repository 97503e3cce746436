// An entry that can be read and not written: the words without an editor, the marks without buttons.
// Never offers what would be refused.
#pragma once

#include "app/screens/screen.h"

namespace daybook {

/// `entry` is null where nothing was written.
void words_to_read(Ui& ui, const Entry* entry, const Box& box);
void marks_to_read(Ui& ui, const View& view, const Entry* entry);

}  // namespace daybook
