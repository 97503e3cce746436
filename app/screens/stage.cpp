#include "app/screens/stage.h"

#include <algorithm>

namespace daybook {
namespace {

// At the usual size of words.
constexpr float tools_width = 320;
constexpr float low = 520;  // from this height down the tools stand beside the stage, if there is room

}  // namespace

StagePlaces stage_places(const Theme& theme, const Box& area, const StageWishes& wished) {
    const float top = wished.top;
    const float sides = wished.sides;
    const float room = area.y + area.height - top;
    if (area.height < theme.scaled(low) && area.width >= theme.scaled(2 * tools_width)) {
        const float wide = theme.scaled(tools_width);
        return {{area.x + sides, top, area.width - sides - wide, room - 16},
                {area.x + area.width - wide, top - tools_top, wide, room + tools_top}};
    }
    const float high = std::min(wished.tools_height, room * wished.most);
    return {{area.x + sides, top, area.width - 2 * sides, room - high},
            {area.x, area.y + area.height - high, area.width, high}};
}

}  // namespace daybook
