// Where the parts of the window are: the places, what is saved, the lock, and the screen.
// Never draws them: places.h, status_line.h, lock_button.h and notice_bar.h do.
#pragma once

#include "platform/surroundings.h"

namespace daybook {

/// Where the parts of the window are.
struct Frame {
    enum class Shape { wide, narrow };
    Shape shape = Shape::wide;
    Box places;  ///< the rail, or the bar at the bottom; empty if there is no room for it
    Box status;  ///< where "Saved" stands
    Box lock;    ///< what locks with one tap
    Box screen;  ///< what is left for the screen
};

/// Landscape from 900 wide on: a rail at the left. Else one column with the places at the bottom, but not while the
/// on-screen keyboard leaves little height.
[[nodiscard]] Frame divide(const Box& work);
/// The whole window for the screen: before there is an inspection.
[[nodiscard]] Frame undivided(const Box& work);

}  // namespace daybook
