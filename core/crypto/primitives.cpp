#include "core/crypto/primitives.h"

#include <sodium.h>

namespace daybook {
namespace {

constexpr std::size_t nonce24_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(tag_size == crypto_aead_chacha20poly1305_ietf_ABYTES);

/// The bytes' address, never null: libsodium declares its arguments so, and an empty span has none.
const Byte* address(ByteView bytes) {
    static constexpr Byte nothing = 0;
    return bytes.empty() ? &nothing : bytes.data();
}

const char* address(std::string_view text) {
    return text.empty() ? "" : text.data();
}

/// An Ed25519 secret key as libsodium wants it (seed and public key), made from the seed for one use.
struct SigningPair {
    PublicKey32 public_key{};
    Secret<crypto_sign_SECRETKEYBYTES> secret_key;

    explicit SigningPair(KeyView seed) {
        crypto_sign_seed_keypair(public_key.data(), secret_key.writable().data(), seed.data());
    }
};

std::unexpected<Error> does_not_open() {
    return fail(Errc::corrupt, "These sealed bytes do not open: they are damaged, or belong elsewhere.");
}

}  // namespace

Result<void> start_crypto() {
    if (sodium_init() < 0) return fail(Errc::unsupported, "Encryption could not be started on this device.");
    return {};
}

Hash32 blake2b_256(ByteView message) {
    Hash32 hash;
    crypto_generichash(hash.data(), hash.size(), address(message), message.size(), nullptr, 0);
    return hash;
}

Hash32 sha256(ByteView message) {
    Hash32 hash;
    crypto_hash_sha256(hash.data(), address(message), message.size());
    return hash;
}

Hash32 hmac_sha256(ByteView key, ByteView message) {
    // The one-call form takes keys of 32 bytes only; the state holds key material, so it is wiped.
    crypto_auth_hmacsha256_state state;
    Hash32 mac;
    crypto_auth_hmacsha256_init(&state, address(key), key.size());
    crypto_auth_hmacsha256_update(&state, address(message), message.size());
    crypto_auth_hmacsha256_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    return mac;
}

bool equal_in_constant_time(ByteView left, ByteView right) {
    return left.size() == right.size() && sodium_memcmp(address(left), address(right), left.size()) == 0;
}

SecretKey32 hkdf_sha256(ByteView salt, ByteView input_key, std::string_view info) {
    Secret<crypto_kdf_hkdf_sha256_KEYBYTES> extracted;
    crypto_kdf_hkdf_sha256_extract(extracted.writable().data(), address(salt), salt.size(), address(input_key),
                                   input_key.size());
    SecretKey32 key;
    crypto_kdf_hkdf_sha256_expand(key.writable().data(), key.view().size(), address(info), info.size(),
                                  extracted.view().data());
    return key;
}

Bytes chacha20poly1305_seal(KeyView key, const Nonce12& nonce, ByteView plain) {
    Bytes sealed(plain.size() + tag_size);
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, address(plain), plain.size(), nullptr, 0, nullptr,
                                              nonce.data(), key.data());
    return sealed;
}

Result<Bytes> chacha20poly1305_open(KeyView key, const Nonce12& nonce, ByteView sealed) {
    if (sealed.size() < tag_size) return does_not_open();
    // One byte more than needed, so that an empty text has an address too.
    Bytes plain(sealed.size() - tag_size + 1);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data(), sealed.size(), nullptr,
                                                  0, nonce.data(), key.data()) != 0)
        return does_not_open();
    plain.pop_back();
    return plain;
}

Bytes seal(KeyView key, ByteView associated, ByteView plain, const RandomSource& random) {
    Bytes sealed(nonce24_size + plain.size() + tag_size);
    const std::span<Byte> nonce = std::span(sealed).first(nonce24_size);
    random(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce24_size, nullptr, address(plain), plain.size(),
                                               address(associated), associated.size(), nullptr, nonce.data(),
                                               key.data());
    return sealed;
}

Result<Bytes> open_sealed(KeyView key, ByteView associated, ByteView sealed) {
    if (sealed.size() < nonce24_size + tag_size) return does_not_open();
    const ByteView nonce = sealed.first(nonce24_size);
    const ByteView ciphertext = sealed.subspan(nonce24_size);
    Bytes plain(ciphertext.size() - tag_size + 1);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, ciphertext.data(), ciphertext.size(),
                                                   address(associated), associated.size(), nonce.data(),
                                                   key.data()) != 0)
        return does_not_open();
    plain.pop_back();
    return plain;
}

PublicKey32 x25519_public(KeyView secret) {
    PublicKey32 key;
    crypto_scalarmult_base(key.data(), secret.data());
    return key;
}

std::optional<SecretKey32> x25519(KeyView secret, const PublicKey32& theirs) {
    SecretKey32 shared;
    if (crypto_scalarmult(shared.writable().data(), secret.data(), theirs.data()) != 0) return std::nullopt;
    return shared;
}

Result<SecretKey32> scrypt(std::string_view passphrase, ByteView salt, unsigned log_n) {
    if (log_n < 1 || log_n > 63) return fail(Errc::unsupported, "This passphrase's work factor is not supported.");
    SecretKey32 key;
    if (crypto_pwhash_scryptsalsa208sha256_ll(address(as_bytes(passphrase)), passphrase.size(), address(salt),
                                              salt.size(), std::uint64_t{1} << log_n, 8, 1, key.writable().data(),
                                              key.view().size()) != 0)
        return fail(Errc::unsupported, "This device has too little memory to open a file with a passphrase.");
    return key;
}

Result<SecretKey32> argon2id(std::string_view passcode, const Salt16& salt, Argon2Cost cost) {
    // In 64 bits first: on a 32-bit target this product can be more than there are addresses.
    const std::uint64_t memory_bytes = std::uint64_t{cost.memory_kib} * 1024;
    SecretKey32 key;
    if (memory_bytes > SIZE_MAX ||
        crypto_pwhash(key.writable().data(), key.view().size(), address(passcode), passcode.size(), salt.data(),
                      cost.passes, static_cast<std::size_t>(memory_bytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(
            Errc::unsupported,
            "This device has too little free memory to check the passcode. Nothing was changed. Close what else is "
            "open, and try again.");
    return key;
}

PublicKey32 ed25519_public(KeyView seed) {
    return SigningPair(seed).public_key;
}

Signature64 ed25519_sign(KeyView seed, ByteView message) {
    const SigningPair pair(seed);
    Signature64 signature;
    crypto_sign_detached(signature.data(), nullptr, address(message), message.size(), pair.secret_key.view().data());
    return signature;
}

bool ed25519_verify(const PublicKey32& key, ByteView message, const Signature64& signature) {
    return crypto_sign_verify_detached(signature.data(), address(message), message.size(), key.data()) == 0;
}

}  // namespace daybook
