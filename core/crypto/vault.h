// The keys of a device: how the passcode opens the device key, and that the inspections'.
// Never stores a key in clear, and never keeps one longer than the vault lives.
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/crypto/age/age.h"
#include "core/crypto/primitives.h"

namespace daybook {

/// What lies in the open: salt, cost, and the device's keys sealed under the passcode. Versioned; on disk.
struct LockedVault {
    DeviceId device;
    Bytes stored;  ///< layout in core/crypto/README.md; version 1
};

/// An inspection's data key as its recovery copy carries it.
struct RecoveredKey {
    InspectionId inspection;
    DeviceId device;  ///< whose rows it opens
    SecretKey32 key;
};

/// What a stored cost may be: a hostile file must not take all the memory, or the day.
inline constexpr Argon2Cost highest_argon2_cost{.passes = 10, .memory_kib = 1024 * 1024};

/// What a passcode must be: UTF-8 of at least 12 characters (counted as code points) and at most 1024 bytes.
/// Errc::invalid with words otherwise.
[[nodiscard]] Result<void> check_passcode(std::string_view passcode);

/// What opening a locked vault costs, as it says itself. Errc::corrupt, Errc::newer.
[[nodiscard]] Result<Argon2Cost> cost_of(const LockedVault& locked);

class Vault {
public:
    /// Makes the device's keys (data-wrapping key and Ed25519 seed) and locks them under the passcode.
    /// Errc::invalid for a passcode that check_passcode() refuses or a cost above the highest,
    /// Errc::unsupported if memory does not suffice.
    [[nodiscard]] static Result<std::pair<Vault, LockedVault>> create(std::string_view passcode, Argon2Cost cost,
                                                                      DeviceId device, const RandomSource& random);
    /// Errc::wrong_key for a wrong passcode, Errc::corrupt for bytes that are no vault, Errc::newer for a later
    /// version.
    [[nodiscard]] static Result<Vault> unlock(const LockedVault& locked, std::string_view passcode);
    /// The same keys under another passcode or cost; what was stored before still opens with the old one,
    /// until it is overwritten. Errors as create().
    [[nodiscard]] Result<LockedVault> lock_with(std::string_view passcode, Argon2Cost cost,
                                                const RandomSource& random) const;

    /// The same keys, sealed under a secret that is as hard to guess as a key, so that nothing is stretched: what the
    /// platform's authenticator gives. `place` as for rows.
    [[nodiscard]] Bytes lock_with_secret(const SecretKey32& secret, ByteView place, const RandomSource& random) const;
    /// Errc::corrupt for another secret or changed bytes - which of the two it was cannot be told -, Errc::newer.
    [[nodiscard]] static Result<Vault> unlock_with_secret(DeviceId device, const SecretKey32& secret, ByteView place,
                                                          ByteView sealed);

    [[nodiscard]] DeviceId device() const { return device_; }
    [[nodiscard]] PublicKey32 signing_key() const;
    [[nodiscard]] Signature64 sign(ByteView message) const;

    /// Makes an inspection's data key; the result is that key sealed under the device key, to be stored.
    [[nodiscard]] Bytes add_inspection(InspectionId inspection, const RandomSource& random);
    /// Opens a stored data key. Errc::corrupt, Errc::newer.
    Result<void> open_inspection(InspectionId inspection, ByteView wrapped);
    /// True if open_inspection() would.
    [[nodiscard]] bool opens_inspection(InspectionId inspection, ByteView wrapped) const;
    /// Drops an open data key; without its wrapped copy nothing opens that inspection's rows again.
    void forget_inspection(InspectionId inspection);
    /// The data key as an age file for those who may recover it (the office). Errc::not_found, Errc::invalid.
    [[nodiscard]] Result<Bytes> recovery_copy(InspectionId inspection, const std::vector<age::Recipient>& recipients,
                                              const RandomSource& random) const;
    /// Takes in a recovered data key, so that rows under it open here; the result is to be stored.
    [[nodiscard]] Bytes adopt(const RecoveredKey& recovered, const RandomSource& random);

    /// Seals or opens one row. `place` says what and where it is (table, inspection, device, number, format version),
    /// so that rows cannot be swapped or aged. Errc::not_found if the inspection's key is not open;
    /// opening: Errc::corrupt, Errc::newer.
    [[nodiscard]] Result<Bytes> seal_row(InspectionId inspection, ByteView place, ByteView plain,
                                         const RandomSource& random) const;
    [[nodiscard]] Result<Bytes> open_row(InspectionId inspection, ByteView place, ByteView sealed) const;

    /// Seals or opens bytes that belong to the device and not to one inspection.
    [[nodiscard]] Bytes seal_own(ByteView place, ByteView plain, const RandomSource& random) const;
    [[nodiscard]] Result<Bytes> open_own(ByteView place, ByteView sealed) const;

private:
    using DeviceKeys = Secret<64>;  // the wrapping key, then the signing seed

    Vault(DeviceId device, const DeviceKeys& keys) : device_(device), device_keys_(keys) {}

    [[nodiscard]] static Result<Vault> from_plain(DeviceId device, Bytes plain);
    [[nodiscard]] KeyView wrapping_key() const { return device_keys_.view().first<32>(); }
    [[nodiscard]] KeyView signing_seed() const { return device_keys_.view().last<32>(); }
    [[nodiscard]] Result<KeyView> data_key(InspectionId inspection) const;
    [[nodiscard]] Bytes wrap(InspectionId inspection, KeyView key, const RandomSource& random) const;
    [[nodiscard]] Result<SecretKey32> unwrap(InspectionId inspection, ByteView wrapped) const;
    void keep(InspectionId inspection, const SecretKey32& key);

    DeviceId device_;
    KeptSecret<64> device_keys_;
    std::map<InspectionId, KeptSecret<32>> data_keys_;
};

/// Opens what Vault::recovery_copy() made. Errors as age::decrypt(); Errc::corrupt if something else is inside.
[[nodiscard]] Result<RecoveredKey> read_recovery_copy(ByteView file, const age::Keys& keys);

}  // namespace daybook
