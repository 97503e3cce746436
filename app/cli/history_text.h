// The history of an entry on a terminal: who changed it, when, and what it said before.
// Never leaves a step out, nor anything that was removed.
#pragma once

#include <cstddef>
#include <string>

#include "core/notebook/notebook.h"

namespace daybook::cli {

/// Oldest first; removed words as [-so-], added ones as {+so+}. Behind four blanks, in lines of at most `width`.
[[nodiscard]] std::string history_text(const Notebook& book, ItemId entry, std::size_t width);

}  // namespace daybook::cli
