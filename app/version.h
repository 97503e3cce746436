// Which version of Daybook this is.
// Never worked out while building: the same sources give the same program.
#pragma once

#include "core/base/time.h"

namespace daybook {

/// 2026-11-01T00:00:00Z. No clock that is right says an earlier time.
inline constexpr Instant version_made{1'793'491'200'000};

}  // namespace daybook
