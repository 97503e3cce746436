// Where a notebook has not what the rules of its pack want, each with the place.
// Never changes anything, and never judges: what is found can be set aside by who knows better.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// One rule that is not kept in one place.
struct Shortfall {
    const Rule* rule = nullptr;            ///< of the pack
    ItemId item{};                         ///< the activity, entry, picture, check or school; nil if it is of the pack
    const Aspect* aspect = nullptr;        ///< of the pack; null if it is about an item
    const Checklist* list = nullptr;       ///< of the pack, if it is about it, or about one of its items
    const ChecklistItem* check = nullptr;  ///< that item; null if nothing is said of the whole list
    std::string_view person{};             ///< a name that is written there; empty if it is about no name
    const SetAside* set_aside = nullptr;   ///< of the inspection; null if nobody has

    /// What it is known by: the rule's id, a space, and the item's id in hexadecimal digits, or that of the aspect or
    /// the list. Of an item of a checklist that is check_id().
    [[nodiscard]] std::string key() const;
};

/// By the pack's rules in their order, and within each by time, or in the order of the aspects. They look into the
/// notebook. One pass over all of it for each rule. As long as nothing is written, more is found only when a day ends
/// where `now` is read off the wall, or where an activity was begun.
[[nodiscard]] std::vector<Shortfall> shortfalls(const Notebook& book, LocalTime now);

/// Those that nobody has set aside.
[[nodiscard]] std::size_t open_among(const std::vector<Shortfall>& found);

}  // namespace daybook
