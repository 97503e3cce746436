// How large the words are on this device, changed as one looks.
// Never keeps it: the platform does, because the screens before the notebook is unlocked are drawn by it too.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// In percent of the usual size.
inline constexpr std::array<int, 8> text_sizes{80, 90, 100, 115, 130, 150, 175, 200};

/// The size that was chosen in this frame.
std::optional<int> text_size_screen(Ui& ui, const View& view, int percent, Wishes wishes);

/// "115%".
[[nodiscard]] std::string text_size_words(const Words& say, int percent);

}  // namespace daybook
