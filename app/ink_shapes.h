// How lines of ink look, kept for as long as they are looked at.
// Never of a line that somebody might still change: as many points are as many as were seen before.
#pragma once

#include <map>
#include <span>
#include <utility>

#include "core/base/id.h"
#include "core/notebook/ink_outline.h"

namespace daybook {

/// On its sheet, or in a small picture of that.
enum class InkDetail { sheet, small };

class InkShapes {
public:
    const InkOutline& of(ItemId stroke, std::span<const InkPoint> points, InkDetail detail);
    void forget() { kept_.clear(); }

private:
    struct Kept {
        std::size_t points = 0;
        InkOutline outline;
    };
    std::map<std::pair<ItemId, InkDetail>, Kept> kept_;
};

}  // namespace daybook
