// The header of an age file: the stanzas that carry its key, and the code that authenticates them.
// Never takes a second spelling: what it authenticates are the bytes that were read, not what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/primitives.h"

namespace daybook::age {

inline constexpr std::string_view version_prefix = "age-encryption.org/";

/// The file's own key, which every stanza wraps for somebody else.
using FileKey = Secret<16>;

/// Of more than this many stanzas a file is refused: trying each against each key takes time.
inline constexpr std::size_t most_stanzas = 1000;

/// One recipient's copy of the file key. The first argument says of which kind it is.
struct Stanza {
    std::vector<std::string> arguments;
    Bytes body;
    bool operator==(const Stanza&) const = default;
};

struct Header {
    std::vector<Stanza> stanzas;
    Hash32 mac{};
    std::size_t authenticated_size = 0;  ///< of the file's first bytes: up to and with the "---"
    std::size_t size = 0;                ///< where the payload begins
};

/// The header's bytes, authenticated with the file key.
[[nodiscard]] Bytes format_header(const std::vector<Stanza>& stanzas, const FileKey& key);
/// Reads the header at the front of `file`. Errc::corrupt.
[[nodiscard]] Result<Header> parse_header(ByteView file);
/// True if `header`, read from `file`, was written by someone who had `key`.
[[nodiscard]] bool is_authentic(const Header& header, ByteView file, const FileKey& key);

/// The nonce of every wrapped file key: each wrapping key is used once only.
inline constexpr Nonce12 wrap_nonce{};
/// A file key and its tag. Checked before opening, so that nobody can try many keys with one long body.
inline constexpr std::size_t wrapped_key_size = 16 + 16;

}  // namespace daybook::age
