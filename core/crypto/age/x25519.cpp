#include "core/crypto/age/x25519.h"

#include <algorithm>

#include "core/crypto/age/base64.h"

namespace daybook::age {
namespace {

constexpr std::string_view kind = "X25519";

std::unexpected<Error> bad_stanza() {
    return fail(Errc::corrupt, "This is not a sound age file: one of its X25519 recipients is damaged.");
}

SecretKey32 wrapping_key(const SecretKey32& shared_secret, const PublicKey32& share, const PublicKey32& recipient) {
    Bytes salt(share.begin(), share.end());
    append(salt, recipient);
    return hkdf_sha256(salt, shared_secret.view(), "age-encryption.org/v1/X25519");
}

std::optional<PublicKey32> parse_share(const Stanza& stanza) {
    if (stanza.arguments.size() != 2) return std::nullopt;
    const auto bytes = base64_decode(stanza.arguments[1], Padding::none);
    PublicKey32 share;
    if (!bytes || bytes->size() != share.size()) return std::nullopt;
    std::ranges::copy(*bytes, share.begin());
    return share;
}

}  // namespace

Result<Stanza> wrap_for(const Recipient& recipient, const FileKey& key, const RandomSource& random) {
    const SecretKey32 ephemeral = SecretKey32::random(random);
    const PublicKey32 share = x25519_public(ephemeral);
    const auto shared_secret = x25519(ephemeral, recipient.key);
    if (!shared_secret) return fail(Errc::invalid, "This recipient's key is not fit to encrypt to.");
    const SecretKey32 wrap_key = wrapping_key(*shared_secret, share, recipient.key);
    return Stanza{{std::string(kind), base64_encode(share, Padding::none)},
                  chacha20poly1305_seal(wrap_key, wrap_nonce, key.view())};
}

Result<std::optional<FileKey>> unwrap_with(const Identity& identity, const Stanza& stanza) {
    if (stanza.arguments.front() != kind) return std::nullopt;
    const auto share = parse_share(stanza);
    if (!share || stanza.body.size() != wrapped_key_size) return bad_stanza();
    const auto shared_secret = x25519(identity.key, *share);
    if (!shared_secret) return bad_stanza();
    const SecretKey32 wrap_key = wrapping_key(*shared_secret, *share, x25519_public(identity.key));
    auto opened = chacha20poly1305_open(wrap_key, wrap_nonce, stanza.body);
    if (!opened) return std::nullopt;
    auto key = FileKey::from(*opened);
    wipe(*opened);
    return key;
}

}  // namespace daybook::age
