// Entries with their versions, paragraphs and passages, as tables of a bundle.
// Never an entry that would be in confidence and does not say so.
#pragma once

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

[[nodiscard]] Result<void> write_entries(Database& database, const Notebook& book);

}  // namespace daybook
