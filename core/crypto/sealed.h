// Sealed bytes as they are stored: one byte of version, then nonce, ciphertext and tag.
// Never opens what was sealed for another purpose or another place.
#pragma once

#include "core/crypto/primitives.h"

namespace daybook {

/// What the bytes are for: part of what is authenticated, in words that are on disk - never change one.
enum class Purpose { data_key, row, own, quick_unlock };

/// `owner` is an id of 16 bytes, `place` anything: purpose, owner and place must be the same again to open.
struct SealedFor {
    Purpose purpose;
    std::span<const Byte, 16> owner;
    ByteView place;
};

[[nodiscard]] Bytes seal_stored(KeyView key, const SealedFor& what, ByteView plain, const RandomSource& random);
/// Errc::corrupt, or Errc::newer for a version that is not known here.
[[nodiscard]] Result<Bytes> open_stored(KeyView key, const SealedFor& what, ByteView stored);

}  // namespace daybook
