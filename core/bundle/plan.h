// What was planned and whom to reach, as tables of a bundle.
// Never what happened: activities say that.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

/// Its tables, and the views on them. The table of schools is there already.
extern const std::string_view plan_schema;

[[nodiscard]] Result<void> write_plan(Database& database, const Notebook& book);

}  // namespace daybook
