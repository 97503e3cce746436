// What a person does to the saved views of a notebook, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook::edits {

/// A new one, of a name that check_view_name() takes.
[[nodiscard]] std::vector<Change> save_view(ItemId id, const std::string& name, const std::string& query,
                                            const Criteria& criteria);
[[nodiscard]] std::vector<Change> rename_view(ItemId id, const std::string& name);
/// What is wrong with a name: none, one that is too long, or one that another view has. Errc::invalid, words for a
/// person. `id` is the view's own.
[[nodiscard]] Result<void> check_view_name(const Notebook& book, ItemId id, const std::string& name);

}  // namespace daybook::edits
