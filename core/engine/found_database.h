// Which of the notebook's files is the database: made, brought up to this version, or rebuilt from the second copy.
// Never deletes a file that holds anything, and never sets one aside for a failure that is not damage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/engine/comparison.h"
#include "core/engine/second_copy.h"
#include "core/engine/store.h"

namespace daybook {

struct FoundDatabase {
    std::optional<Store> store;  ///< always there in a result
    Comparison comparison;       ///< of it with the second copy
    std::vector<Row> salvaged;   ///< what a damaged database still gave, and the second copy lacks
    std::string words;           ///< what was done about a damaged one, for the person
    bool left_first = false;     ///< the file of the first schema is there still, from an earlier start
};

/// Errc::corrupt if the database is damaged and the second copy holds no keys; then nothing was changed.
[[nodiscard]] Result<FoundDatabase> find_database(Databases& databases, SecondCopy& second);

/// Removes the file of the first schema, after a look whether all of it stands elsewhere. Gives what does not, and
/// then the file stays.
[[nodiscard]] Result<std::vector<Row>> retire_first(Databases& databases, Store& store, const SecondCopy& second,
                                                    const std::vector<ErasedPlace>& erased);

}  // namespace daybook
