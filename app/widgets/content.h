// What stands in a button, a chip or a choice: a pictogram, words, or both.
// Never decides how much room there is.
#pragma once

#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

/// How wide a pictogram and words are side by side.
[[nodiscard]] float content_width(const TextStyle& style, std::string_view label, Icon icon);
/// Draws both in the middle of `box`, the words shortened if they must be.
void draw_content(const TextStyle& style, const Box& box, std::string_view label, Icon icon, Colour words,
                  Colour picture);

}  // namespace daybook
