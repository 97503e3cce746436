// The X25519 stanza of age: the file key, wrapped for one public key with an ephemeral one.
// Never says for whom it is: only trying tells.
#pragma once

#include <optional>

#include "core/crypto/age/age.h"
#include "core/crypto/age/header.h"

namespace daybook::age {

/// Errc::invalid if nothing can be kept secret with this key (a point of low order).
[[nodiscard]] Result<Stanza> wrap_for(const Recipient& recipient, const FileKey& key, const RandomSource& random);
/// None if the stanza is of another kind or for somebody else; Errc::corrupt if it is an X25519 stanza and unsound.
[[nodiscard]] Result<std::optional<FileKey>> unwrap_with(const Identity& identity, const Stanza& stanza);

}  // namespace daybook::age
