// Which version of an entry's words marked passages are about: said by the app, or known to the engine alone.
// Never lets an anchor into the log that names no words.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// The version that the edit which is waited for made of an entry's words; none if it made none.
using VersionMade = std::function<std::optional<RevisionRef>(ItemId entry)>;

/// `changes`, with the anchors that name no version naming the one that was made. Errc::not_found or Errc::invalid,
/// words for a person, if one of their anchors is of no words that are in the notebook.
[[nodiscard]] Result<std::vector<Change>> with_anchors(const Notebook& notebook, std::vector<Change> changes,
                                                       const VersionMade& made);

}  // namespace daybook
