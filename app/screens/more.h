// Which inspection is open, another one, locking, and what is promised.
// Never a setting that nobody asked for.
#pragma once

#include <optional>
#include <variant>

#include "app/screens/screen.h"
#include "app/shelf.h"

namespace daybook {

struct LockNow {};
struct OpenSample {};
using MoreWish = std::variant<InspectionId, LockNow, OpenSample>;

/// What was asked for in this frame, if it is more than going somewhere.
std::optional<MoreWish> more_screen(Ui& ui, const View& view, const Shelf& shelf, Wishes wishes);

}  // namespace daybook
