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
    std::vector<Bytes> later;       ///< what stands in rows of a kind that is not known
    bool has_later = false;         ///< a later version wrote batches in it

    [[nodiscard]] bool holds_keys() const;
};

/// True if a batch that cannot be read is made of rows that are among these: nothing but their frame is damaged.
[[nodiscard]] bool is_made_of(ByteView batch, const std::vector<Row>& rows);

/// The batches outlive it: with photographs in them they are more than there is memory for twice.
[[nodiscard]] SecondCopy read_second_copy(const std::vector<Bytes>& batches);
SecondCopy read_second_copy(std::vector<Bytes>&& batches) = delete;

}  // namespace daybook
