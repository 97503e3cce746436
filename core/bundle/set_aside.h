// What rules have found and somebody has set aside, as a table of a bundle: with the reason, who said so and when.
// Never whether a rule would still find it: that is for whoever reads the notebook.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

/// Its table, and the view on it, which looks into those of the notebook.
extern const std::string_view set_aside_schema;

[[nodiscard]] Result<void> write_set_aside(Database& database, const Notebook& book);

}  // namespace daybook
