// Which block of a day's plan stands in which lane, and how lanes are shared by what is at the same time.
// Never draws.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// A session, or that of it which is in one inspector's lane. Where those of several that stand side by side are free,
/// it reaches over all of them.
struct PlanBlock {
    const Planned* session = nullptr;
    std::size_t lane = 0;
    std::size_t lanes = 1;   ///< that it reaches over
    std::size_t share = 0;   ///< its place among those that share the lane with it, from 0
    std::size_t shares = 1;  ///< how many do
};

struct PlanLanes {
    std::vector<PlanBlock> blocks;  ///< by time
    std::size_t left_out = 0;       ///< sessions for which there was no room beside the others
};

/// How lanes are made of sessions.
struct LaneRules {
    std::vector<std::string> inspectors;  ///< a lane for each; none: one lane for all
    bool nobody = false;                  ///< and one for what nobody goes to
    int least_minutes = 1;                ///< that a block is high
    std::size_t most_shares = 3;
};

/// `sessions` are of one day, by time.
[[nodiscard]] PlanLanes lanes_of(std::span<const Planned* const> sessions, const LaneRules& rules);

}  // namespace daybook
