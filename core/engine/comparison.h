// The two copies side by side, by the sealed bytes that stand in each place.
// Never opens a seal, and never decides which copy is right.
#pragma once

#include <vector>

#include "core/engine/erasure.h"
#include "core/engine/second_copy.h"
#include "core/engine/store.h"

namespace daybook {

struct Comparison {
    std::vector<RowView> only_second;  ///< the database lacks them; as they lie in the second copy
    std::vector<RowPlace> only_store;  ///< the second copy lacks what stands there
    std::vector<Row> different;        ///< of the second copy, where the database has other bytes
    std::vector<Row> device_rows;      ///< of both: those that belong to no inspection
    std::vector<ErasedPlace> erased;
    bool erased_left = false;  ///< something that was erased stands in one of them still, and is in none of these lists
    bool holds_keys = false;
    bool is_empty = true;
    bool has_later = false;  ///< the database holds rows of a later version
};

/// Errc::corrupt if the database is damaged: if it cannot be read, or if what stands in it in one place is what the
/// second copy has in another.
[[nodiscard]] Result<Comparison> compare(Store& store, SecondCopy& second);

}  // namespace daybook
