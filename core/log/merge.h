// The union of two logs, and what a person must be shown about it.
// Never chooses between words that people wrote: both stay.
#pragma once

#include <vector>

#include "core/log/log.h"

namespace daybook {

/// Sequence numbers of a device that are not in the log, up to the last that was seen of it.
struct Gap {
    DeviceId device;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const Gap&) const = default;
};

struct Merged {
    Log log;
    std::vector<Gap> gaps;
    std::size_t added = 0;  ///< revisions that were not held before
    /// Those that wait for the gaps, by device and number. Handed in again with what comes next, they make merging
    /// independent of the order in which parts arrive.
    std::vector<LoggedRevision> left_out;
};

/// Adds revisions of any devices, in any order, to `ours`. Order and repetition change nothing.
/// What cannot be chained yet, because its predecessor is missing, is left out and named as a gap.
/// Errc::corrupt if two different revisions claim one place, a chain does not hash, or one is another inspection's.
[[nodiscard]] Result<Merged> merge(const Log& ours, std::vector<LoggedRevision> theirs);

}  // namespace daybook
