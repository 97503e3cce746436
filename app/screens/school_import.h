// A list of schools that was read, before anything of it is written: what it would change, and what is left out.
// Never imports by itself: somebody has looked at it and says so.
#pragma once

#include "app/screens/schools.h"

namespace daybook {

void school_import_screen(Ui& ui, const View& view, SchoolsDesk& desk, Wishes wishes);

}  // namespace daybook
