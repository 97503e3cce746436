// The places one can go to, on the rail or in the bar.
// Never scrolled away.
#pragma once

#include <optional>

#include "app/route.h"
#include "app/widgets/frame.h"
#include "app/widgets/ui.h"

namespace daybook {

/// The place that was pressed in this frame.
std::optional<Place> places(Ui& ui, const Frame& frame, Place current);
/// How much smaller a name is written in the bar where its place is this wide.
[[nodiscard]] float small_name(float width);
/// How wide each place is.
[[nodiscard]] float place_width(const Frame& frame);

}  // namespace daybook
