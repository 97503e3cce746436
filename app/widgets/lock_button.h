// What locks with one tap.
// Never asks whether it is meant.
#pragma once

#include "app/widgets/frame.h"
#include "app/widgets/ui.h"

namespace daybook {

/// The button that locks, in the frame's `lock`. True if it was pressed in this frame.
bool lock_button(Ui& ui, const Frame& frame);

}  // namespace daybook
