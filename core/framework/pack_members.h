// Members of a pack that nobody asks for: for its author, who may have mistyped one.
// Never for who opens a pack: a later version's members are passed over there.
#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

/// The places of the members that this version does not know, "checklists[2].items[0].neded", in the file's order.
/// Errors as of parse_pack().
[[nodiscard]] Result<std::vector<std::string>> unknown_members(ByteView json);

}  // namespace daybook
