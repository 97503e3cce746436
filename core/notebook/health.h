// Where a notebook has not what the rules of its pack want, each with the place.
// Never changes anything, and never judges: what is found can be set aside by who knows better.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// One rule that is not kept in one place.
struct Shortfall {
    const Rule* rule = nullptr;            ///< of the pack
    ItemId item{};                         ///< the activity, entry, picture or check; nil if it is about an aspect
    const Aspect* aspect = nullptr;        ///< of the pack; null if it is about an item
    const Checklist* list = nullptr;       ///< of the pack, if `item` is what is said of one of its items
    const ChecklistItem* check = nullptr;  ///< that item
    const SetAside* set_aside = nullptr;   ///< of the inspection; null if nobody has

    /// What it is known by: the rule's id, a space, and the item's id in hexadecimal digits or the aspect's id. Of an
    /// item of a checklist that is check_id().
    [[nodiscard]] std::string key() const;
};

/// By the pack's rules in their order, and within each by time, or in the order of the aspects. They look into the
/// notebook. One pass over all of it for each rule.
[[nodiscard]] std::vector<Shortfall> shortfalls(const Notebook& book, Instant now);

/// Those that nobody has set aside.
[[nodiscard]] std::size_t open_among(const std::vector<Shortfall>& found);

}  // namespace daybook
