// What the first week has brought, as tables of a bundle: evidence forms and the telephone survey.
// Never among the entries: it belongs neither to them nor to the inspections of the schools.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

/// Its tables, and the views on them. The table of schools is there already.
extern const std::string_view week_one_schema;

[[nodiscard]] Result<void> write_week_one(Database& database, const Notebook& book);

}  // namespace daybook
