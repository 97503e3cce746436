// Whether keys that are pressed alone give orders on this computer, kept beside the notebook.
// Never sealed, and never missed: where nothing is said they do.
#pragma once

#include <string>

namespace daybook {

[[nodiscard]] bool kept_single_keys(const std::string& folder);
/// A failure is not said: it holds until the program ends.
void keep_single_keys_in(const std::string& folder, bool on);

}  // namespace daybook
