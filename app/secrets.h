// Passcodes on their way from a field to the engine: written over as soon as they are no longer needed.
// Never keeps one.
#pragma once

#include <string>

namespace daybook {

/// Writes over the text, all of what it has room for, and makes it empty.
void wipe_text(std::string& text);

}  // namespace daybook
