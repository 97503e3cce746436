// The stored forms of keys, byte by byte: the locked vault, and the inside of a recovery copy (README.md).
// Never believes a length, a cost or a version that it has not checked.
#pragma once

#include "core/crypto/vault.h"

namespace daybook {

/// A locked vault, version 1.
struct VaultFile {
    Argon2Cost cost;
    DeviceId device;
    Salt16 salt{};
    Bytes sealed_keys;  ///< 104 bytes: nonce, wrapping key and signing seed sealed under the passcode's key, tag
};

/// Within what this version will compute, whoever asks.
[[nodiscard]] bool is_allowed(Argon2Cost cost);

/// Everything before the sealed keys: what they are sealed with.
[[nodiscard]] Bytes vault_file_prefix(const VaultFile& file);
[[nodiscard]] Bytes format_vault_file(const VaultFile& file);
/// Errc::corrupt, Errc::newer.
[[nodiscard]] Result<VaultFile> parse_vault_file(ByteView stored);

using RecoveryPlain = Secret<10 + 16 + 16 + 32>;
[[nodiscard]] RecoveryPlain format_recovery(const RecoveredKey& recovered);
/// Errc::corrupt, Errc::newer.
[[nodiscard]] Result<RecoveredKey> parse_recovery(ByteView plain);

}  // namespace daybook
