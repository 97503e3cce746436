// What was done, when, for how long and with whom, as tables of a bundle.
// Never who was met by name: people are recorded by role.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

/// As the pack calls it; its id where the pack does not have it.
[[nodiscard]] std::string role_name(const Pack& pack, const std::string& id);

[[nodiscard]] Result<void> write_activities(Database& database, const Notebook& book);

}  // namespace daybook
