// The second copy as it was found at the start: its rows, by place.
// Never leaves out what it cannot read without counting it.
#pragma once

#include <map>
#include <vector>

#include "core/engine/erasure.h"
#include "core/engine/row.h"

namespace daybook {

struct SecondCopy {
    struct Held {
        Bytes sealed;
        bool in_database = false;  ///< the database has it as well, with whatever bytes
    };

    std::map<RowPlace, Held> rows;
    std::vector<Row> repeated;      ///< rows that say something else than the first one in their place
    std::vector<Bytes> unreadable;  ///< batches, as they are
    bool has_later = false;         ///< a later version wrote in it

    [[nodiscard]] bool holds_keys() const;
};

[[nodiscard]] SecondCopy read_second_copy(const std::vector<Bytes>& batches);

}  // namespace daybook
