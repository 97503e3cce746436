// The places one can go to, on the rail or in the bar.
// Never all of them out of sight, but while the on-screen keyboard needs the room.
#pragma once

#include <optional>

#include "app/route.h"
#include "app/widgets/frame.h"
#include "app/widgets/ui.h"

namespace daybook {

/// How the places and the lock share a bar of this width.
[[nodiscard]] Bar bar_for(const Theme& theme, const Words& say, float width);
/// How much smaller the names in it are written, so that the longest fits.
[[nodiscard]] float shrink_in(const Theme& theme, const Words& say, const Bar& bar);

/// The place that was pressed in this frame.
std::optional<Place> places(Ui& ui, const Frame& frame, Place current);

}  // namespace daybook
