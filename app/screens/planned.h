// A session that is planned: typed in, moved, taken out of the plan, and begun.
// Never keeps what is typed: Save does, and a lock forgets it.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// What is being typed of one.
struct PlannedDesk {
    ItemId of{};         ///< it need not be in the notebook yet
    Planned known{};     ///< as it was when it was last looked at
    Planned typed{};     ///< its hours are in `from` and `to`
    std::string from{};  ///< "09:30"
    std::string to{};
    std::string school_query{};
    bool all_kinds = false;  ///< the rarer kinds are shown as well
    std::string day_error{};
    std::string from_error{};
    std::string to_error{};
    std::string name_error{};
};

/// Begins with one that is not in the notebook yet.
void begin_planned(PlannedDesk& desk, const Planned& fresh);
/// Of a session that is not in the notebook yet something was typed, or it was come back to.
[[nodiscard]] bool is_half_typed(const Notebook& book, const PlannedDesk& desk);

/// A session for this day that begins when all others of it for this inspector are over: an hour, at nine at the
/// earliest.
[[nodiscard]] Planned fresh_session(const Notebook& book, ItemId id, const std::string& day,
                                    const std::string& inspector);

void planned_screen(Ui& ui, const View& view, ItemId session, PlannedDesk& desk, Wishes wishes);

/// The next session, of whoever uses this device if there is one: for Today, while nothing runs.
void next_session_row(Ui& ui, const View& view, const std::string& author, Wishes wishes);

}  // namespace daybook
