// The drawings of an entry, beside its photographs: small, in the order in which they were made, and a new one.
// Never shows one that was retired: it stands in its place as such.
#pragma once

#include "app/ink_shapes.h"
#include "app/screens/screen.h"

namespace daybook {

/// "Drawing 2 of 3".
[[nodiscard]] std::string drawing_title(const Words& say, const Notebook& book, const Drawing& drawing);

/// What one is called.
struct DrawingName {
    std::string_view title;
    std::size_t strokes = 0;
    std::string_view gist{};
    bool retired = false;
};
/// "Drawing 2 of 3, 14 strokes: Where everyone sat".
[[nodiscard]] std::string drawing_name(const Words& say, const DrawingName& drawing);

/// In the row that is open. `entry` need not be in the notebook yet.
void drawings(Ui& ui, const View& view, ItemId entry, InkShapes& shapes, Wishes wishes);

}  // namespace daybook
