// Which inspection is open, another one, what can be set, locking, and what is promised.
// Never a setting that nobody asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "app/readiness.h"
#include "app/screens/health.h"
#include "app/screens/locking.h"
#include "app/screens/screen.h"
#include "app/shelf.h"

namespace daybook {

struct LockNow {};
struct OpenSample {};
using MoreWish = std::variant<InspectionId, LockNow, OpenSample>;

/// What is shown beside the inspections.
struct MoreFacts {
    std::span<const Check> checks;
    const Locking& locking;
    const DeviceFacts& device;
    HealthFindings& health;
    int text_percent;
    Copies copies;
    const std::string& at_the_start;  ///< what was repaired when Daybook was opened; empty if nothing was
};

/// What was asked for in this frame, if it is more than going somewhere.
std::optional<MoreWish> more_screen(Ui& ui, const View& view, const Shelf& shelf, const MoreFacts& facts,
                                    Wishes wishes);

}  // namespace daybook
