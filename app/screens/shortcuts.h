// What each key does, drawn from the table that the keys are looked up in.
// Never lists a key that does nothing, and leaves none out.
#pragma once

#include "app/screens/screen.h"

namespace daybook {

void shortcuts_screen(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
