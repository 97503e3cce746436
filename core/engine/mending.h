// Where the two copies do not agree: which of them is right, as far as a key can tell, and what follows from it.
// Never gives up a row that opens, and never decides where both do or none does: then both are kept.
#pragma once

#include <vector>

#include "core/crypto/vault.h"
#include "core/engine/comparison.h"
#include "core/engine/store.h"

namespace daybook {

/// What one copy has to be given from the other.
struct Mending {
    std::vector<RowPlace> damaged;  ///< in the database: what stands there is none
    std::vector<Row> right;         ///< what the database is to have instead
    std::vector<RowPlace> settled;  ///< places of which it is known now what belongs there
    bool second_is_damaged = false;
};

/// `opinions` are rows of the second copy where the database has other bytes. The inspections' keys are opened with
/// those of the device.
[[nodiscard]] Result<Mending> judge(Store& store, Vault& vault, const std::vector<Row>& opinions,
                                    const std::vector<Stray>& strays);

}  // namespace daybook
