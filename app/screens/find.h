// A field, filters beneath it, and everything that has the words and passes the filters.
// Never asks anybody but the engine for words: it searches what it has unlocked.
#pragma once

#include <optional>

#include "app/screens/find_desk.h"
#include "app/screens/screen.h"
#include "app/shelf.h"

namespace daybook {

/// Gives the inspection that is to be put on the table, if what was chosen is in another one.
std::optional<InspectionId> find_screen(Ui& ui, const View& view, const Shelf& shelf, FindDesk& desk, Wishes wishes);

}  // namespace daybook
