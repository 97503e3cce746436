// The cryptographic primitives that Daybook uses, each by its standard name: libsodium behind one door.
// Never invents: every function is one published algorithm. Randomness comes in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"

namespace daybook {

using Hash32 = std::array<Byte, 32>;

/// Must succeed once, at start, before anything else here but blake2b_256() is called. Errc::unsupported otherwise.
[[nodiscard]] Result<void> start_crypto();

[[nodiscard]] Hash32 blake2b_256(ByteView message);
[[nodiscard]] Hash32 sha256(ByteView message);
[[nodiscard]] Hash32 hmac_sha256(ByteView key, ByteView message);
/// True without telling by its time where they differ. Of different lengths: false.
[[nodiscard]] bool equal_in_constant_time(ByteView left, ByteView right);

/// HKDF-SHA256 (RFC 5869), 32 bytes out.
[[nodiscard]] SecretKey32 hkdf_sha256(ByteView salt, ByteView input_key, std::string_view info);

/// ChaCha20-Poly1305 (RFC 8439). The tag of 16 bytes follows the ciphertext. Opening: Errc::corrupt.
using Nonce12 = std::array<Byte, 12>;
[[nodiscard]] Bytes chacha20poly1305_seal(KeyView key, const Nonce12& nonce, ByteView plain);
[[nodiscard]] Result<Bytes> chacha20poly1305_open(KeyView key, const Nonce12& nonce, ByteView sealed);

/// XChaCha20-Poly1305 with a random nonce put in front: 24 bytes nonce, ciphertext, 16 bytes tag.
/// `associated` is authenticated and not stored: it says what and where the bytes are. Opening: Errc::corrupt.
[[nodiscard]] Bytes seal(KeyView key, ByteView associated, ByteView plain, const RandomSource& random);
[[nodiscard]] Result<Bytes> open_sealed(KeyView key, ByteView associated, ByteView sealed);

/// X25519 (RFC 7748).
using PublicKey32 = std::array<Byte, 32>;
[[nodiscard]] PublicKey32 x25519_public(KeyView secret);
/// The shared secret; none if it is all zeros (a point of low order).
[[nodiscard]] std::optional<SecretKey32> x25519(KeyView secret, const PublicKey32& theirs);

/// scrypt with r = 8, p = 1 (RFC 7914), 2^log_n rounds. Errc::unsupported if memory does not suffice.
[[nodiscard]] Result<SecretKey32> scrypt(std::string_view passphrase, ByteView salt, unsigned log_n);

/// Argon2id, version 1.3 (RFC 9106), one lane. Memory in KiB.
struct Argon2Cost {
    std::uint32_t passes = 6;
    std::uint32_t memory_kib = 128 * 1024;
};
using Salt16 = std::array<Byte, 16>;
/// Errc::unsupported if memory does not suffice or the cost is out of libsodium's bounds.
[[nodiscard]] Result<SecretKey32> argon2id(std::string_view passcode, const Salt16& salt, Argon2Cost cost);

/// Ed25519 (RFC 8032): made from a 32-byte seed.
using Signature64 = std::array<Byte, 64>;
[[nodiscard]] PublicKey32 ed25519_public(KeyView seed);
[[nodiscard]] Signature64 ed25519_sign(KeyView seed, ByteView message);
[[nodiscard]] bool ed25519_verify(const PublicKey32& key, ByteView message, const Signature64& signature);

}  // namespace daybook
