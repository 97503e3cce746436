// The one row that says where somebody was in the app, sealed: how it is written, read and taken away.
// Never of a copy or a bundle: without it the notebook opens at Today, with every word.
#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "platform/database.h"

namespace daybook {

/// In the place of the one before, within the caller's transaction. The table is made with the first one.
[[nodiscard]] Result<void> write_place(Database& database, ByteView sealed);
/// None if there is none, or none that can be read.
[[nodiscard]] std::optional<Bytes> read_place(Database& database);
/// Within the caller's transaction.
[[nodiscard]] Result<void> forget_place(Database& database);

/// What it is sealed with beside the device's key.
[[nodiscard]] Bytes associated_data_of_place();

}  // namespace daybook
