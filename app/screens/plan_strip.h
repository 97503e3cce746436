// All days of a plan as small boxes, each with what is planned for it.
// Never draws a session: the picture does.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "app/screens/plan_days.h"
#include "app/widgets/ui.h"

namespace daybook {

/// What is done with one of the days, by its number among all.
struct StripDeed {
    std::optional<std::size_t> pressed{};
    std::optional<std::size_t> beneath{};  ///< the pointer, with what it carries
};

struct StripDays {
    std::span<const std::string> all;
    std::span<const std::string> shown;  ///< they are marked
    bool carries = false;                ///< the pointer does: the day on which it would put that down is marked
};

StripDeed day_strip(Ui& ui, const SessionsByDay& sessions, const StripDays& strip);

}  // namespace daybook
