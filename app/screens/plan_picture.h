// Days of a plan as a picture: a lane for each inspector, and each session a block where its hours are, which can be
// carried to other hours, another day or another inspector.
// Never the only place where something is said or done: the list of sessions has all of it, and a session its buttons.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "app/screens/plan_days.h"
#include "app/screens/plan_drag.h"
#include "app/screens/plan_words.h"
#include "app/screens/screen.h"

namespace daybook {

/// How many days stand side by side in the column that is open: at least one.
[[nodiscard]] std::size_t days_side_by_side(Ui& ui, const Notebook& book);

/// What one did with a session in the picture.
struct PlanDeed {
    std::optional<ItemId> pressed{};
    std::optional<Planned> put_down{};  ///< as it is to be where it was put down; it may be as it was
};

/// Which days are drawn, and the one that lies beneath the pointer outside the picture, if one does.
struct PlanPages {
    std::span<const std::string> days;
    std::optional<std::string> beneath{};
};

/// Draws these days. Where the notebook can be written, `drag` has what is carried.
PlanDeed plan_picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions,
                      const PlanPages& pages, PlanDrag& drag);

}  // namespace daybook
