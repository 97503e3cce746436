// What is still owed and what was declared, as tables of a bundle: follow-ups, what is to be passed on, conflicts of
// interest. Never only what is open: what was settled is there, and by whom.
#pragma once

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

[[nodiscard]] Result<void> write_follow_ups(Database& database, const Notebook& book);

/// What obliges to pass something on, also of retired entries, and every record that it was.
[[nodiscard]] Result<void> write_duties(Database& database, const Notebook& book);

[[nodiscard]] Result<void> write_declarations(Database& database, const Notebook& book);

}  // namespace daybook
