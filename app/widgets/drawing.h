// The few shapes that widgets are drawn from, and what of the window is seen.
// Never says anything to the semantic tree.
#pragma once

#include <imgui.h>

#include "app/theme.h"

namespace daybook {

[[nodiscard]] ImU32 to_imgui(Colour colour);
[[nodiscard]] inline ImVec2 upper_left(const Box& box) {
    return {box.x, box.y};
}
[[nodiscard]] inline ImVec2 lower_right(const Box& box) {
    return {box.x + box.width, box.y + box.height};
}
/// `box` made smaller by `by` on every side.
[[nodiscard]] Box inset(const Box& box, float by);
void fill(const Box& box, Colour colour, float radius = Theme::radius);
void outline(const Box& box, Colour colour, float width = 1, float radius = Theme::radius);
[[nodiscard]] bool is_visible(const Box& box);
/// Scrolls the panel so that `box` is seen, with the next frame. False if it is seen already.
bool reveal(const Box& box);
/// What of the panel can be seen.
[[nodiscard]] Box clip_box();

}  // namespace daybook
