// From the first schema's file to this one's: every row is copied, counted and compared.
// Never changes the file that it copies from, and never declares anything complete: that is the last statement's.
#pragma once

#include "core/engine/schema.h"
#include "platform/database.h"

namespace daybook {

/// Copies every row into tables that are empty, within the caller's transaction. Errc::corrupt if what stands there
/// then is not what was copied.
[[nodiscard]] Result<void> copy_rows(Database& from, SchemaState state, Database& to);

}  // namespace daybook
