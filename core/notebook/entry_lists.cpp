#include "core/notebook/entry_lists.h"

#include <algorithm>
#include <utility>

#include "core/notebook/notebook.h"

namespace daybook {
namespace {

using List = std::vector<const Entry*>;

List::iterator place_of(List& list, const Entry& entry) {
    const auto order = [](const Entry* one) { return std::pair(one->created.at, one->id); };
    return std::ranges::lower_bound(list, order(&entry), {}, order);
}

void take_out(List& list, const Entry& entry) {
    if (const auto place = place_of(list, entry); place != list.end() && *place == &entry) list.erase(place);
}

}  // namespace

void EntryLists::add(const Entry& entry) {
    List& siblings = of_activity_[entry.activity];
    all_.insert(place_of(all_, entry), &entry);
    siblings.insert(place_of(siblings, entry), &entry);
}

void EntryLists::remove(const Entry& entry) {
    take_out(all_, entry);
    take_out(of_activity_[entry.activity], entry);
}

const std::vector<const Entry*>& EntryLists::of(ItemId activity) const {
    const auto found = of_activity_.find(activity);
    return found == of_activity_.end() ? none_ : found->second;
}

}  // namespace daybook
