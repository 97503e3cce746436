// What the rows hold that open the notebook otherwise than by the passcode: the platform's authenticator, the office.
// Never a readable secret: what is secret in them is sealed.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/engine/row.h"

namespace daybook {

/// The device's keys under a secret of the platform's authenticator. An empty one says that there is none any more.
struct QuickLock {
    Bytes credential;  ///< which credential the authenticator is asked for
    Bytes salt;        ///< and with what
    Bytes sealed;      ///< Vault::lock_with_secret(), with quick_place() as its place

    [[nodiscard]] bool is_off() const { return credential.empty(); }
};

/// What is sealed along with the keys: where the row stands, and what the authenticator is asked with.
[[nodiscard]] Bytes quick_place(const RowPlace& place, const QuickLock& lock);
[[nodiscard]] Bytes encode(const QuickLock& lock);
[[nodiscard]] Result<QuickLock> decode_quick_lock(ByteView row);  ///< Errc::corrupt, Errc::newer

/// New keys that wait for the office's answer. An empty one says that nothing is waited for any more.
struct RecoveryWait {
    Bytes locked_vault;     ///< the new keys, under the new passcode (LockedVault::stored)
    Bytes sealed_author;    ///< the profile row that goes with them
    Bytes sealed_identity;  ///< the secret that opens the answer: 32 bytes, sealed by the new keys

    [[nodiscard]] bool is_over() const { return locked_vault.empty(); }
};

[[nodiscard]] Bytes encode(const RecoveryWait& wait);
[[nodiscard]] Result<RecoveryWait> decode_recovery_wait(ByteView row);  ///< Errc::corrupt, Errc::newer

}  // namespace daybook
