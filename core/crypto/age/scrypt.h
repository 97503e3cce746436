// The scrypt stanza of age: the file key, wrapped with a passphrase. Opened here, and not made.
// Never works harder than it is told to: a stranger's file names its own work factor.
#pragma once

#include <optional>
#include <string_view>

#include "core/crypto/age/header.h"

namespace daybook::age {

[[nodiscard]] bool is_scrypt(const Stanza& stanza);

/// None if the passphrase is wrong; Errc::corrupt if the stanza is unsound; Errc::unsupported if its work factor
/// is above `max_log_n` or needs more memory than there is. `stanza` is a scrypt stanza.
[[nodiscard]] Result<std::optional<FileKey>> unwrap_with(std::string_view passphrase, unsigned max_log_n,
                                                         const Stanza& stanza);

}  // namespace daybook::age
