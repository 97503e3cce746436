#include "app/ink_shapes.h"

namespace daybook {

const InkOutline& InkShapes::of(ItemId stroke, std::span<const InkPoint> points, InkDetail detail) {
    constexpr double small_ink = 6;
    Kept& kept = kept_[{stroke, detail}];
    if (kept.points != points.size()) {
        kept = {points.size(), outline_of(points, detail == InkDetail::sheet ? fine_ink : small_ink)};
    }
    return kept.outline;
}

}  // namespace daybook
