// A session of the plan that is carried about with the pointer, and what it becomes where it is put down.
// Never draws, and never writes: the picture shows it, and the screen puts it into the notebook.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/notebook/notebook.h"

namespace daybook {

/// What is carried, from where it was taken up.
struct PlanDrag {
    ItemId session{};       ///< nil: nothing is
    int minutes = 0;        ///< after midnight, where in the day it was taken hold of
    std::size_t lane = 0;   ///< and in which lane
    bool given_up = false;  ///< until the pointer lets go nothing is carried

    [[nodiscard]] bool is_on() const { return !session.is_nil(); }
    void give_up() {
        session = {};
        given_up = true;
    }
};

/// Where it is held.
struct PlanSpot {
    std::string day;
    int minutes = 0;
    std::size_t lane = 0;
};

/// The session as it would be there: moved by whole quarters of an hour, as long as before, within its day. In another
/// lane its inspector takes the place of whoever had it in the lane before; one who goes to it already takes nobody's.
/// Past the last of `inspectors` nobody does, and where there are no lanes all go on going to it.
[[nodiscard]] Planned put_down(const Planned& session, const PlanDrag& drag, const PlanSpot& at,
                               std::span<const std::string> inspectors);

}  // namespace daybook
