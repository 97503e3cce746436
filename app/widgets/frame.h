// Where the parts of the window are: the places, what is saved, the lock, and the screen.
// Never draws them: places.h, status_line.h, lock_button.h and notice_bar.h do.
#pragma once

#include "app/theme.h"
#include "app/words/words.h"
#include "platform/surroundings.h"

namespace daybook {

/// The places and the lock where they stand at the bottom: side by side, or in two lines of names alone.
struct Bar {
    int columns = 0;  ///< 0: there is none
    int lines = 1;
    float line = 0;   ///< height of one
    float place = 0;  ///< width of each place
    float lock = 0;   ///< width of the lock
};

/// Where the parts of the window are.
struct Frame {
    enum class Shape { wide, narrow };
    Shape shape = Shape::wide;
    Box places;  ///< the rail, or the bar at the bottom; empty if there is no room for it
    Bar bar;
    Box status;  ///< where "Saved" stands
    Box lock;    ///< what locks with one tap
    Box screen;  ///< what is left for the screen
};

/// A rail at the left where the window is wide for the size of its words, or too low for a bar. Else one column with
/// the places at the bottom, in two lines where their names are too long for one; but not while the on-screen keyboard
/// leaves little height.
[[nodiscard]] Frame divide(const Surroundings& around, const Theme& theme, const Words& say);
/// The whole window for the screen: before there is an inspection.
[[nodiscard]] Frame undivided(const Surroundings& around, const Theme& theme);

}  // namespace daybook
