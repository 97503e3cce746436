// Ink on the screen: the bands of a line, filled, with soft edges.
// Never knows what was drawn, or when.
#pragma once

#include "app/theme.h"
#include "core/notebook/ink_outline.h"

namespace daybook {

/// Where a sheet lies: its upper left corner, and how many points one of its units is.
struct SheetPlace {
    float x = 0;
    float y = 0;
    float scale = 1;
};

/// Where what is inked lies; as large as one point at least.
[[nodiscard]] Box box_of(const InkOutline& outline, const SheetPlace& at);

/// Only what is seen of the panel is drawn.
void draw_ink(const InkOutline& outline, const SheetPlace& at, Colour colour);

}  // namespace daybook
