// Fonts of the system for what ours has no letters of.
// Never all of them: one for each script, as far as it is installed where Debian and most others put it.
#pragma once

#include <vector>

#include "core/base/bytes.h"

namespace daybook {

/// The files, in the order in which they are to be asked. Letters stand side by side from left to right and are not
/// joined, because nothing here sets them: a word in Arabic can be told, and is not beautiful.
[[nodiscard]] std::vector<Bytes> system_fonts();

}  // namespace daybook
