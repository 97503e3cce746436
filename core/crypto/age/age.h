// Files of the format age-encryption.org/v1: written to X25519 recipients, read with identities or a passphrase.
// Never releases a byte that was not authenticated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto/primitives.h"

namespace daybook::age {

/// Someone who can open a file: an X25519 public key, written "age1...".
struct Recipient {
    PublicKey32 key{};
    bool operator==(const Recipient&) const = default;
};

/// The key that opens what was written to its recipient, written "AGE-SECRET-KEY-1...".
struct Identity {
    SecretKey32 key;
};

[[nodiscard]] Result<Recipient> parse_recipient(std::string_view text);  ///< Errc::invalid, with words for a person
[[nodiscard]] Result<Identity> parse_identity(std::string_view text);    ///< Errc::invalid
[[nodiscard]] std::string to_text(const Recipient& recipient);
[[nodiscard]] std::string to_text(const Identity& identity);
[[nodiscard]] Recipient recipient_of(const Identity& identity);
[[nodiscard]] Identity new_identity(const RandomSource& random);
/// Every identity of a key file as `age-keygen` writes it: comments and blank lines are skipped. Errc::invalid names
/// the line.
[[nodiscard]] Result<std::vector<Identity>> parse_identity_file(std::string_view text);

enum class Form { binary, armored };

/// Encrypts to at least one recipient. Errc::invalid if there is none.
[[nodiscard]] Result<Bytes> encrypt(ByteView plain, const std::vector<Recipient>& recipients, Form form,
                                    const RandomSource& random);

/// Why a file did not open, as the published test vectors sort it.
enum class Failure { none, no_match, hmac, header, payload, armor };

struct Opened {
    Bytes plain;
};

/// What opens a file: identities, and a passphrase for files that were made with one.
struct Keys {
    std::vector<Identity> identities;
    std::optional<std::string> passphrase;
    unsigned max_log_n = 20;  ///< scrypt's work factor, above which a file is refused: 2^20 needs 1 GiB
};

/// Opens a file, armored or not (seen by its first bytes).
/// Errc::wrong_key if no key matches, Errc::corrupt for everything that is not a sound age file,
/// Errc::unsupported for a work factor above the cap.
/// `why` (optional) receives the vectors' result class; `released` (optional) what was authenticated before a failure.
[[nodiscard]] Result<Bytes> decrypt(ByteView file, const Keys& keys, Failure* why = nullptr, Bytes* released = nullptr);

}  // namespace daybook::age
