// How large the words are on this computer, kept beside the notebook because the screen that unlocks it needs to know.
// Never sealed, and never missed: a size that cannot be read is the usual one.
#pragma once

#include <string>

namespace daybook {

/// In percent of the usual size: 80 to 200.
[[nodiscard]] int kept_text_size(const std::string& folder);
/// A failure is not said: the size holds until the program ends.
void keep_text_size_in(const std::string& folder, int percent);

}  // namespace daybook
