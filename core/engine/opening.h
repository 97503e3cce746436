// The start: both copies are read, compared by their sealed bytes, and what one lacks is found in the other.
// Never opens a seal, and never gives up a copy because the other one is damaged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/row.h"
#include "core/engine/store.h"
#include "platform/database.h"

namespace daybook {

/// What the start found. What is to be healed is healed by the engine, which goes on trying.
struct Opened {
    std::optional<Store> store;        ///< always there in a result
    std::vector<Row> device_rows;      ///< of both copies: those that belong to no inspection, by place
    std::vector<Row> to_put_back;      ///< the database lacks them, and did not take them at once
    std::vector<Row> to_add;           ///< the second copy lacks them
    std::vector<Row> second_opinions;  ///< rows of the second copy that differ from what is first in their place
    std::string words;                 ///< what was repaired or noticed, for the person; empty if nothing was
};

/// `journal_batches` is the whole second copy as it was found, oldest first. Errc::corrupt, Errc::newer,
/// Errc::storage: then both copies are left as they are.
[[nodiscard]] Result<Opened> open_copies(Databases& databases, const std::vector<Bytes>& journal_batches);

}  // namespace daybook
