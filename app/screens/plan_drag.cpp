#include "app/screens/plan_drag.h"

#include <algorithm>
#include <cmath>

namespace daybook {
namespace {

constexpr double step = 15;  // minutes

}  // namespace

Planned put_down(const Planned& session, const PlanDrag& drag, const PlanSpot& at,
                 std::span<const std::string> inspectors) {
    Planned moved = session;
    moved.day = at.day;
    const int by = static_cast<int>(std::lround((at.minutes - drag.minutes) / step) * std::lround(step));
    const int length = session.to - session.from;
    moved.from = std::clamp(session.from + by, 0, minutes_in_a_day - length);
    moved.to = moved.from + length;
    const bool has_lane = at.lane < inspectors.size();
    // One who goes already: the block reaches over several lanes, and the hand has drifted from one to the next.
    if (at.lane == drag.lane || (has_lane && std::ranges::contains(moved.inspectors, inspectors[at.lane])))
        return moved;
    if (drag.lane < inspectors.size()) std::erase(moved.inspectors, inspectors[drag.lane]);
    if (has_lane) moved.inspectors.push_back(inspectors[at.lane]);
    return moved;
}

}  // namespace daybook
