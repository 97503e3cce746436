// The payload of an age file: chunks of 64 KiB, each sealed under its number and whether it is the last.
// Never ends early without saying so: a file that was cut, even between chunks, has no last chunk.
#pragma once

#include "core/crypto/age/header.h"

namespace daybook::age {

inline constexpr std::size_t payload_nonce_size = 16;
inline constexpr std::size_t chunk_size = 64 * 1024;
inline constexpr std::size_t sealed_chunk_size = chunk_size + 16;

/// How a payload ended: `plain` is what was authenticated before that.
struct OpenedPayload {
    Bytes plain;
    bool is_whole = false;
};

/// Puts the nonce and the sealed chunks of `plain` after what `file` holds.
void append_payload(Bytes& file, ByteView plain, const FileKey& key, const RandomSource& random);
/// Opens nonce and chunks. `payload` holds a whole nonce at least.
[[nodiscard]] OpenedPayload open_payload(ByteView payload, const FileKey& key);

}  // namespace daybook::age
