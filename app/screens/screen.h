// What every screen is given to read, and where it says what is wanted.
// Never a screen's own state: that is beside the screen.
#pragma once

#include <vector>

#include "app/orders.h"
#include "app/outbox.h"
#include "app/route.h"
#include "app/shelf.h"
#include "app/widgets/panel.h"
#include "app/widgets/ui.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// What a screen reads.
struct View {
    const Notebook& book;
    LocalTime now;
    Box area;  ///< the screen's part of the window
    const Custody& custody;
    bool can_undo = false;  ///< what was done last
    bool can_redo = false;  ///< what was taken back last
};

/// What it may ask for.
struct Wishes {
    Outbox& out;
    Route& route;
    const RandomSource& random;
    std::vector<Order>& orders;  ///< what has a key as well, and is done at the end of the frame
};

/// From this width on, a list and what is chosen in it stand side by side. Like all that is compared with a width it
/// goes with the size of words: Theme::scaled.
inline constexpr float two_panes = 780;

/// The room around a column that is easy to read: at most `most` wide, in the middle of `area`.
[[nodiscard]] inline Padding page_padding(const Ui& ui, const Box& area, float most = 720) {
    const float least = area.width < ui.theme.scaled(480) ? 16 : 24;
    const float sides = (area.width - ui.theme.scaled(most)) / 2;
    return {.sides = sides > least ? sides : least, .top = least, .bottom = 32};
}

}  // namespace daybook
