// What opens the notebook: the passcode's rows, the authenticator's, and the keys that wait for the office's answer.
// Never keeps an open key, and never counts a row as replaced before what replaces it is on disk.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "core/crypto/vault.h"
#include "core/engine/key_rows.h"
#include "core/engine/protocol.h"
#include "core/engine/recovery.h"
#include "core/engine/row.h"

namespace daybook {

/// An author's name stands in every revision: one that does not fit would let nothing be written ever after.
[[nodiscard]] Result<void> check_author(const std::string& author);

class Unlocking {
public:
    /// Rows of the device, as they were found. Several may stand in one place: those that come first are tried first.
    void learn(const std::vector<Row>& rows);
    /// A row that was made just now. Until it is settled, what it replaces still opens.
    void add(const Row& row);
    void settle(const RowPlace& place);

    [[nodiscard]] bool has_keys() const { return !vaults_.empty(); }

    /// Of each device the newest keys that are not damaged; a passcode that was changed opens nothing any more.
    /// Errc::wrong_key, Errc::corrupt, Errc::newer, Errc::unsupported, Errc::invalid if there are none.
    [[nodiscard]] Result<Vault> open(std::string_view passcode);
    /// Errc::not_found if there is no authenticator, Errc::wrong_key.
    [[nodiscard]] Result<Vault> open_quick(ByteView secret) const;

    /// True if the keys that were opened last are stretched less than is usual by now.
    [[nodiscard]] bool opened_cheaply(Argon2Cost today) const;
    /// The row that puts these keys under (another) passcode. Errors as Vault::create().
    [[nodiscard]] Result<Row> lock(const Vault& vault, std::string_view passcode, Argon2Cost cost,
                                   const RandomSource& random) const;

    /// What the authenticator is asked with; none if there is none, or it was taken off.
    [[nodiscard]] std::optional<QuickLock> quick_lock() const;
    /// True if what quick_lock() opens are this device's keys.
    [[nodiscard]] bool opens_quickly(DeviceId device) const;
    /// Errc::invalid for a secret that is none.
    [[nodiscard]] Result<Row> quick_row(const Vault& vault, const SetQuickUnlock& wanted,
                                        const RandomSource& random) const;
    /// The row that takes it off. It stays when those before it are erased, so that no number is used twice.
    [[nodiscard]] Row quick_off_row(DeviceId device) const;

    [[nodiscard]] bool awaits_recovery() const { return waiting().has_value(); }
    struct Asked {
        Row row;
        RecoveryRequest request;
    };
    /// New keys, and what the office is asked with. `copies` are recovery copies. Errors as Vault::create().
    [[nodiscard]] Result<Asked> ask(const BeginRecovery& command, std::vector<Bytes> copies, Argon2Cost cost,
                                    const RandomSource& random) const;
    struct Waiting {
        Vault vault;
        std::string author;
        age::Identity identity;
        std::vector<Row> rows;  ///< vault, profile, and that nothing is waited for any more: to be stored with the keys
    };
    /// The keys that wait. Errc::not_found if none do, Errc::wrong_key for another passcode than they were made with.
    [[nodiscard]] Result<Waiting> open_waiting(std::string_view passcode) const;
    [[nodiscard]] Row not_waiting_row() const;

    /// What may be erased, now that something newer is on disk: each place stands for itself and all lower numbers.
    [[nodiscard]] std::vector<RowPlace> outdated() const;
    /// These, with all lower numbers, are gone.
    void forget(const std::vector<RowPlace>& places);

private:
    struct FoundWait {
        RowPlace place;
        RecoveryWait wait;
    };
    [[nodiscard]] std::optional<FoundWait> waiting() const;
    [[nodiscard]] std::vector<Row>* list_of(RowKind kind);

    // Each by number, the highest first.
    std::vector<Row> vaults_;
    std::vector<Row> quick_locks_;
    std::vector<Row> waits_;
    std::set<RowPlace> unsettled_;
    std::optional<Row> opened_;  // which of the vaults the last passcode opened
};

}  // namespace daybook
