// What meetings are to record by the pack, as tables of a bundle.
// Never only what was answered: what is needed and missing has a row as well.
#pragma once

#include <string_view>

#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

extern const std::string_view meeting_records_schema;

[[nodiscard]] Result<void> write_meeting_records(Database& database, const Notebook& book);

}  // namespace daybook
