#include "core/crypto/age/scrypt.h"

#include <charconv>

#include "core/crypto/age/base64.h"

namespace daybook::age {
namespace {

constexpr std::size_t salt_size = 16;

std::unexpected<Error> bad_stanza() {
    return fail(Errc::corrupt, "This is not a sound age file: its passphrase line is damaged.");
}

/// A decimal number in its shortest spelling. None for anything else, and for numbers beyond all bounds.
std::optional<unsigned> parse_log_n(std::string_view text) {
    if (text.empty() || text.front() == '0') return std::nullopt;
    unsigned log_n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), log_n);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return log_n;
}

}  // namespace

bool is_scrypt(const Stanza& stanza) {
    return stanza.arguments.front() == "scrypt";
}

Result<std::optional<FileKey>> unwrap_with(std::string_view passphrase, unsigned max_log_n, const Stanza& stanza) {
    if (stanza.arguments.size() != 3 || stanza.body.size() != wrapped_key_size) return bad_stanza();
    const auto salt = base64_decode(stanza.arguments[1], Padding::none);
    const auto log_n = parse_log_n(stanza.arguments[2]);
    if (!salt || salt->size() != salt_size || !log_n) return bad_stanza();
    if (*log_n > max_log_n)
        return fail(Errc::unsupported, "Opening this passphrase file would take more memory than this device allows.");
    constexpr std::string_view label = "age-encryption.org/v1/scrypt";
    Bytes labelled_salt(label.begin(), label.end());
    append(labelled_salt, *salt);
    const auto wrap_key = scrypt(passphrase, labelled_salt, *log_n);
    if (!wrap_key) return pass_on(wrap_key.error());
    auto opened = chacha20poly1305_open(*wrap_key, wrap_nonce, stanza.body);
    if (!opened) return std::nullopt;
    auto key = FileKey::from(*opened);
    wipe(*opened);
    return key;
}

}  // namespace daybook::age
