// What each key does, drawn from the table that the keys are looked up in.
// Never lists a key that does nothing, and leaves none out.
#pragma once

#include <optional>

#include "app/screens/screen.h"

namespace daybook {

/// `single_keys`: those that are pressed alone do something. Gives whether they are to, when that was changed in this
/// frame.
std::optional<bool> shortcuts_screen(Ui& ui, const View& view, bool single_keys, Wishes wishes);

}  // namespace daybook
