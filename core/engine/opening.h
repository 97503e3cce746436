// The start: both copies are read, compared by their sealed bytes, and what one lacks is found in the other.
// Never opens a seal, and never gives up a copy because the other one is damaged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/comparison.h"
#include "core/engine/erasure.h"
#include "core/engine/row.h"
#include "core/engine/store.h"
#include "platform/database.h"

namespace daybook {

/// What the start found. What is to be healed is healed by the engine, which goes on trying.
struct Opened {
    std::optional<Store> store;        ///< always there in a result
    Keeping keeping = Keeping::files;  ///< with nothing kept, all that the store has comes from the second copy
    std::vector<Row> device_rows;      ///< of both copies: those that belong to no inspection, by place
    std::vector<Row> to_put_back;      ///< the database lacks them, and did not take them at once
    std::vector<RowPlace> to_add;      ///< the second copy lacks what stands there in the database
    std::vector<Row> to_put;           ///< both lack them: they came from a damaged file
    std::vector<Row> second_opinions;  ///< rows of the second copy that differ from what is first in their place
    std::vector<Stray> strays;         ///< rows that each copy has in another place
    bool renew_second = false;      ///< the second copy holds besides what is known to be damaged, and stands elsewhere
    std::vector<Bytes> unreadable;  ///< batches of the second copy, as they are
    std::vector<ErasedPlace> erased;  ///< what does not count any more
    bool erasure_unfinished = false;  ///< some of that stands in one of the copies still
    std::string read_only;            ///< why nothing may be written, in either copy; empty if it may
    std::string words;                ///< what was repaired or noticed, for the person; empty if nothing was
};

/// `journal_batches` is the whole second copy as it was found, oldest first; `findings` are sentences about what the
/// platform noticed before. Errc::corrupt, Errc::newer, Errc::storage: then both copies are left as they are.
[[nodiscard]] Result<Opened> open_copies(Databases& databases, const std::vector<Bytes>& journal_batches,
                                         const std::vector<std::string>& findings);

}  // namespace daybook
