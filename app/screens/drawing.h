// One drawing: a sheet of ruled paper, what was drawn on it, and what it shows in words.
// Never takes the pen's points: those come between frames (app_ink.cpp), to where the sheet was drawn last.
#pragma once

#include <optional>
#include <set>

#include "app/drafts.h"
#include "app/ink_shapes.h"
#include "app/inking.h"
#include "app/orders.h"
#include "app/screens/screen.h"
#include "app/widgets/ink.h"

namespace daybook {

/// What a pen does to the sheet.
enum class PenUse { draws, erases };

/// What the screen remembers while it is open.
struct DrawingDesk {
    ItemId shown;  ///< the drawing that was shown in the frame before
    PenUse use = PenUse::draws;
    SheetPlace sheet;         ///< where it was in the frame before
    std::optional<Box> seen;  ///< what of it is on the screen and takes ink; none if it takes none
    float sheet_height = 0;   ///< in the frame before
    bool was_typing = false;
    float tools_height = 160;  ///< of what stands below the sheet, in the frame before

    // What the pen is doing.
    std::optional<PenUse> doing;    ///< while it is down
    double began_ms = 0;            ///< when the line that is being drawn was begun, on the window's clock
    InkPoint last;                  ///< where an eraser was
    std::set<ItemId> rubbed_out{};  ///< strokes that are erased, which the notebook does not say yet
};

/// What the screen works with.
struct DrawingTools {
    Drafts& drafts;
    Inking& inking;
    InkShapes& shapes;
    bool can_undo = false;
    bool can_redo = false;
};

/// Sees to it that the drawing that is open exists, and its entry.
void make_drawing(const Notebook& book, const Spot& spot, Drafts& drafts, Outbox& out);

/// Undo or redo, if that was asked for.
std::optional<Order> drawing_screen(Ui& ui, const View& view, DrawingDesk& desk, DrawingTools with, Wishes wishes);

}  // namespace daybook
