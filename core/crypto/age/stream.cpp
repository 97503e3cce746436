#include "core/crypto/age/stream.h"

#include <algorithm>

namespace daybook::age {
namespace {

constexpr std::size_t tag_size = sealed_chunk_size - chunk_size;

enum class Place { before_last, last };

/// The chunk's number in eleven bytes, big endian, and one byte for the last chunk.
Nonce12 chunk_nonce(std::uint64_t number, Place place) {
    Nonce12 nonce{};
    for (std::size_t i = 0; i < sizeof number; ++i) nonce[10 - i] = static_cast<Byte>(number >> 8 * i & 0xFFU);
    nonce[11] = place == Place::last ? 1 : 0;
    return nonce;
}

SecretKey32 payload_key(const FileKey& key, ByteView nonce) {
    return hkdf_sha256(nonce, key.view(), "payload");
}

}  // namespace

void append_payload(Bytes& file, ByteView plain, const FileKey& key, const RandomSource& random) {
    std::array<Byte, payload_nonce_size> nonce{};
    random(nonce);
    const SecretKey32 chunk_key = payload_key(key, nonce);
    file.reserve(file.size() + nonce.size() + plain.size() + (plain.size() / chunk_size + 1) * tag_size);
    append(file, nonce);
    for (std::uint64_t number = 0;; ++number) {
        const ByteView chunk = plain.first(std::min(plain.size(), chunk_size));
        plain = plain.subspan(chunk.size());
        const Place place = plain.empty() ? Place::last : Place::before_last;
        append(file, chacha20poly1305_seal(chunk_key, chunk_nonce(number, place), chunk));
        if (place == Place::last) return;
    }
}

OpenedPayload open_payload(ByteView payload, const FileKey& key) {
    const SecretKey32 chunk_key = payload_key(key, payload.first(payload_nonce_size));
    payload = payload.subspan(payload_nonce_size);
    OpenedPayload opened;
    opened.plain.reserve(payload.size());
    for (std::uint64_t number = 0;; ++number) {
        const ByteView chunk = payload.first(std::min(payload.size(), sealed_chunk_size));
        payload = payload.subspan(chunk.size());
        // Where something follows, the chunk should not be the last; a last one there is released, and not whole.
        const Place expected = payload.empty() ? Place::last : Place::before_last;
        const Place other = payload.empty() ? Place::before_last : Place::last;
        // A last chunk is empty only if all is.
        if (chunk.size() <= tag_size && number > 0) return opened;
        auto plain = chacha20poly1305_open(chunk_key, chunk_nonce(number, expected), chunk);
        const bool is_expected = plain.has_value();
        // Only a full chunk may carry either mark: a short one is cut, or the last.
        if (!plain && chunk.size() == sealed_chunk_size)
            plain = chacha20poly1305_open(chunk_key, chunk_nonce(number, other), chunk);
        if (!plain) return opened;
        append(opened.plain, *plain);
        wipe(*plain);
        opened.is_whole = is_expected && expected == Place::last;
        if (!is_expected || expected == Place::last) return opened;
    }
}

}  // namespace daybook::age
