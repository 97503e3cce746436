// The second copy as it was found at the start: its rows, by place, as they lie in its batches.
// Never leaves out what it cannot read without counting it.
#pragma once

#include <map>
#include <vector>

#include "core/engine/erasure.h"
#include "core/engine/row.h"

namespace daybook {

struct SecondCopy {
    struct Held {
        ByteView sealed;           ///< in a batch
        bool in_database = false;  ///< the database has it as well, with whatever bytes
    };

    std::map<RowPlace, Held> rows;
    std::vector<Row> repeated;      ///< rows that say something else than the first one in their place
    std::vector<Bytes> unreadable;  ///< batches, as they are
    bool has_later = false;         ///< a later version wrote in it

    [[nodiscard]] bool holds_keys() const;
};

/// The batches outlive it: with photographs in them they are more than there is memory for twice.
[[nodiscard]] SecondCopy read_second_copy(const std::vector<Bytes>& batches);
SecondCopy read_second_copy(std::vector<Bytes>&& batches) = delete;

}  // namespace daybook
