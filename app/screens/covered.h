// What is seen instead of the words while somebody across the table could read them.
// Never a lock: nothing is forgotten, the meeting's time goes on, and one press shows the words again.
#pragma once

#include "app/screens/screen.h"

namespace daybook {

void covered_screen(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
