// The views that were saved on Find, as tables of a bundle, by the names that their filters have.
// Never what they show: whoever opens the bundle looks for it there.
#pragma once

#include "core/base/result.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

[[nodiscard]] Result<void> write_saved_views(Database& database, const Notebook& book);

}  // namespace daybook
