// The two copies side by side, by the sealed bytes that stand in each place.
// Never opens a seal, and never decides which copy is right.
#pragma once

#include <vector>

#include "core/engine/erasure.h"
#include "core/engine/second_copy.h"
#include "core/engine/store.h"

namespace daybook {

/// The same sealed bytes, which each copy has in another place. Only a key tells which place is theirs.
struct Stray {
    RowPlace in_database;
    RowPlace in_second;
    Bytes sealed;
};

struct Comparison {
    std::vector<RowView> only_second;  ///< the database lacks them; as they lie in the second copy
    std::vector<RowPlace> only_store;  ///< the second copy lacks what stands there
    std::vector<Row> different;        ///< of the second copy, where the database has other bytes
    std::vector<Stray> strays;         ///< in none of the lists above
    std::vector<Row> device_rows;      ///< of both: those that belong to no inspection
    std::vector<ErasedPlace> erased;
    bool erased_left = false;  ///< something that was erased stands in one of them still, and is in none of these lists
    bool holds_keys = false;
    bool is_empty = true;
    bool has_later = false;        ///< one of them holds rows of a later version
    bool second_misnames = false;  ///< the second copy has a row under a kind that is none, and the database knows it
};

/// Errc::corrupt if the database is damaged: if it cannot be read, or has a row of the second copy's under a kind that
/// is none.
[[nodiscard]] Result<Comparison> compare(Store& store, SecondCopy& second);

}  // namespace daybook
