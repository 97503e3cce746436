#include <algorithm>

#include "core/base/blank.h"
#include "core/crypto/age/age.h"
#include "core/crypto/age/bech32.h"

namespace daybook::age {
namespace {

constexpr std::string_view recipient_prefix = "age";
constexpr std::string_view identity_prefix = "AGE-SECRET-KEY-";

std::string numbered(std::size_t line, std::string_view what) {
    return "Line " + std::to_string(line) + ": " + std::string(what);
}

}  // namespace

Result<Recipient> parse_recipient(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with(identity_prefix))
        return fail(Errc::invalid,
                    "This is a secret key, which opens files and must stay with its owner. "
                    "Give the public key instead: it begins with age1.");
    if (text.starts_with("age1pq1"))
        return fail(Errc::invalid, "Keys that begin with age1pq are not supported yet. Give one of the older kind.");
    const auto decoded = bech32_decode(text);
    Recipient recipient;
    if (!decoded || decoded->prefix != recipient_prefix || decoded->data.size() != recipient.key.size())
        return fail(Errc::invalid,
                    "This is not a public key. It begins with age1 and is 62 characters long: copy it whole.");
    std::ranges::copy(decoded->data, recipient.key.begin());
    return recipient;
}

Result<Identity> parse_identity(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("age1"))
        return fail(Errc::invalid, "This is a public key. What opens files begins with AGE-SECRET-KEY-1.");
    auto decoded = bech32_decode(text);
    std::optional<SecretKey32> key;
    if (decoded && decoded->prefix == identity_prefix) key = SecretKey32::from(decoded->data);
    if (decoded) wipe(decoded->data);
    if (!key)
        return fail(
            Errc::invalid,
            "This is not a secret key. It begins with AGE-SECRET-KEY-1 and is 74 characters long: copy it whole.");
    return Identity{std::move(*key)};
}

std::string to_text(const Recipient& recipient) {
    return bech32_encode(recipient_prefix, recipient.key);
}

std::string to_text(const Identity& identity) {
    return bech32_encode(identity_prefix, identity.key.view());
}

Recipient recipient_of(const Identity& identity) {
    return {x25519_public(identity.key)};
}

Identity new_identity(const RandomSource& random) {
    return {SecretKey32::random(random)};
}

Result<std::vector<Identity>> parse_identity_file(std::string_view text) {
    std::vector<Identity> identities;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#')) continue;
        auto identity = parse_identity(line);
        if (!identity) return fail(identity.error().code, numbered(number, identity.error().what));
        identities.push_back(std::move(*identity));
    }
    if (identities.empty()) return fail(Errc::invalid, "There is no secret key in this file.");
    return identities;
}

}  // namespace daybook::age
