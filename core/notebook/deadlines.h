// What is due when, by the pack of an inspection and the days that were said of it.
// Never a day that was not counted: what is not known is named instead.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

struct DueDay {
    /// Why there is no day.
    enum class Lacks : std::uint8_t {
        nothing,    ///< there is one
        term,       ///< the source dates nothing
        milestone,  ///< nobody has said yet when that was from which it counts
        calendar,   ///< it lies in years, or counts through them, of which the holidays are not known
    };

    const Deadline* deadline = nullptr;    ///< of the pack
    const Milestone* milestone = nullptr;  ///< from which it counts; null if it counts from none
    std::string counted_from;              ///< "2015-09-18"; empty if that is not known
    std::string day;                       ///< "2015-10-16"; empty if it lacks something
    Lacks lacks = Lacks::nothing;
    /// Whether another source gives another day for the same. The earlier is the one to work to.
    enum class Beside : std::uint8_t { none, a_later_one, an_earlier_one };
    Beside beside = Beside::none;
};

/// The day of a milestone: as it was said, or else the inspection's last day if the pack says that it is that one.
/// Empty if it is not known.
[[nodiscard]] std::string day_of(const Milestone& milestone, const Inspection& inspection);

/// One for each of the pack's deadlines, in its order. They look into the pack.
[[nodiscard]] std::vector<DueDay> due_days(const Pack& pack, const Inspection& inspection);

}  // namespace daybook
