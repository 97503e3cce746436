// What in a plan cannot go well: an inspector in two places, no time to get there, days that are none to work on.
// Never changes the plan, and never forbids anything: a plan that is extended or interrupted may be just so (F33).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

struct PlanWarning {
    enum class About : std::uint8_t {
        clash,         ///< the same inspectors are in two sessions at once
        travel,        ///< too little time for them between two sessions at different places
        not_placed,    ///< a session has no day, or no time that could be drawn
        weekend,       ///< it is on a Saturday or a Sunday
        holiday,       ///< it is on a holiday of the pack's calendar
        outside,       ///< it is before the week before the first day, or after the last one
        no_inspector,  ///< nobody goes to it
        not_in_team,   ///< somebody goes to it who is not in the team
    };
    About about = About::clash;
    const Planned* session = nullptr;     ///< the earlier one where there are two
    const Planned* other = nullptr;       ///< the later one; null where there is only one
    std::vector<std::string> inspectors;  ///< whom it is about; empty where it is about the session
    int gap = 0;                          ///< minutes between the two sessions
    std::string from;                     ///< the place that they come from
    std::string to;                       ///< the place that they go to
};

/// From one place to another one drives, parks and is led to a room.
inline constexpr int least_travel_minutes = 30;

/// The days before the inspection's first one on which something may be planned: the week before it.
inline constexpr int days_before = 7;

/// Of all sessions that are not retired: clashes and travel first, each in the order of time. A session that clashes
/// with several is named with the one that ends last of those in which it begins. They look into `book`.
[[nodiscard]] std::vector<PlanWarning> plan_warnings(const Notebook& book);

}  // namespace daybook
