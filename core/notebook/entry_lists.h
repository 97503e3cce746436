// The entries in the order in which they were made: all of them, and those of each activity.
// Never owns an entry: they stay where they are for as long as they are listed.
#pragma once

#include <map>
#include <vector>

#include "core/base/id.h"
#include "core/log/revision.h"

namespace daybook {

struct Entry;

class EntryLists {
public:
    void add(const Entry& entry);
    /// As it was when it was added: by its activity and its creation it is found again.
    void remove(const Entry& entry);

    [[nodiscard]] const std::vector<const Entry*>& all() const { return all_; }
    [[nodiscard]] const std::vector<const Entry*>& of(ItemId activity) const;

private:
    std::vector<const Entry*> all_;
    std::map<ItemId, std::vector<const Entry*>> of_activity_;
    std::vector<const Entry*> none_;
};

}  // namespace daybook
