// The way back, in the upper left corner of a screen.
// Never goes back by itself: it says that it was pressed.
#pragma once

#include "app/widgets/ui.h"

namespace daybook {

/// True if it was pressed in this frame.
bool back_button(Ui& ui, const Box& area);
/// Where the room beside it begins.
[[nodiscard]] float beside_back_button(const Theme& theme, const Box& area);

}  // namespace daybook
