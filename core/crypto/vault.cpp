#include "core/crypto/vault.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/crypto/sealed.h"
#include "core/crypto/vault_file.h"

namespace daybook {
namespace {

/// The secret is a key already, and is used for nothing else here; the label keeps it so.
SecretKey32 key_from_secret(const SecretKey32& secret) {
    return hkdf_sha256({}, secret.view(), "daybook/1/quick-unlock-key");
}

std::unexpected<Error> wrong_passcode() {
    return fail(Errc::wrong_key, "That passcode does not open this notebook.");
}

/// Opens the data key that lies in `plain`, and leaves no copy behind.
Result<SecretKey32> take_key(Result<Bytes> plain) {
    if (!plain) return pass_on(std::move(plain.error()));
    auto key = SecretKey32::from(*plain);
    wipe(*plain);
    if (!key) return fail(Errc::corrupt, "A stored key has the wrong length.");
    return std::move(*key);
}

}  // namespace

Result<void> check_passcode(std::string_view passcode) {
    constexpr std::size_t fewest_characters = 12;
    constexpr std::size_t most_bytes = 1024;
    if (passcode.size() > most_bytes) return fail(Errc::invalid, "That passcode is too long. Choose a shorter one.");
    if (!is_utf8(passcode)) return fail(Errc::invalid, "That passcode has characters that cannot be stored.");
    const auto begins_character = [](char byte) { return (static_cast<Byte>(byte) & 0xC0U) != 0x80U; };
    if (static_cast<std::size_t>(std::ranges::count_if(passcode, begins_character)) < fewest_characters)
        return fail(Errc::invalid, "A passcode has at least 12 characters. Four words are easy to remember.");
    return {};
}

Result<Argon2Cost> cost_of(const LockedVault& locked) {
    const auto file = parse_vault_file(locked.stored);
    if (!file) return pass_on(file.error());
    return file->cost;
}

Result<std::pair<Vault, LockedVault>> Vault::create(std::string_view passcode, Argon2Cost cost, DeviceId device,
                                                    const RandomSource& random) {
    Vault vault(device, DeviceKeys::random(random));
    auto locked = vault.lock_with(passcode, cost, random);
    if (!locked) return pass_on(std::move(locked.error()));
    return std::pair(std::move(vault), std::move(*locked));
}

Result<LockedVault> Vault::lock_with(std::string_view passcode, Argon2Cost cost, const RandomSource& random) const {
    if (auto good = check_passcode(passcode); !good) return pass_on(std::move(good.error()));
    if (!is_allowed(cost)) return fail(Errc::invalid, "The passcode's cost is out of bounds.");
    VaultFile file{.cost = cost, .device = device_, .salt = {}, .sealed_keys = {}};
    random(file.salt);
    const auto passcode_key = argon2id(passcode, file.salt, file.cost);
    if (!passcode_key) return pass_on(passcode_key.error());
    file.sealed_keys = seal(*passcode_key, vault_file_prefix(file), device_keys_.view(), random);
    return LockedVault{device_, format_vault_file(file)};
}

Result<Vault> Vault::unlock(const LockedVault& locked, std::string_view passcode) {
    const auto file = parse_vault_file(locked.stored);
    if (!file) return pass_on(file.error());
    if (file->device != locked.device) return fail(Errc::corrupt, "These keys belong to another device.");
    const auto passcode_key = argon2id(passcode, file->salt, file->cost);
    if (!passcode_key) return pass_on(passcode_key.error());
    // Damage was seen by the checksum before; what does not open now was locked with other words.
    auto plain = open_sealed(*passcode_key, vault_file_prefix(*file), file->sealed_keys);
    if (!plain) return wrong_passcode();
    return from_plain(file->device, std::move(*plain));
}

Bytes Vault::lock_with_secret(const SecretKey32& secret, ByteView place, const RandomSource& random) const {
    return seal_stored(key_from_secret(secret), {Purpose::quick_unlock, device_.bytes, place}, device_keys_.view(),
                       random);
}

Result<Vault> Vault::unlock_with_secret(DeviceId device, const SecretKey32& secret, ByteView place, ByteView sealed) {
    auto plain = open_stored(key_from_secret(secret), {Purpose::quick_unlock, device.bytes, place}, sealed);
    if (!plain) return pass_on(std::move(plain.error()));
    return from_plain(device, std::move(*plain));
}

Result<Vault> Vault::from_plain(DeviceId device, Bytes plain) {
    const auto keys = DeviceKeys::from(plain);
    wipe(plain);
    if (!keys) return fail(Errc::corrupt, "The stored keys have the wrong length.");
    return Vault(device, *keys);
}

PublicKey32 Vault::signing_key() const {
    return ed25519_public(signing_seed());
}

Signature64 Vault::sign(ByteView message) const {
    return ed25519_sign(signing_seed(), message);
}

Result<KeyView> Vault::data_key(InspectionId inspection) const {
    const auto found = data_keys_.find(inspection);
    if (found == data_keys_.end()) return fail(Errc::not_found, "The key of this inspection is not open.");
    return found->second.view();
}

void Vault::keep(InspectionId inspection, const SecretKey32& key) {
    data_keys_.insert_or_assign(inspection, KeptSecret<32>(key));
}

Bytes Vault::wrap(InspectionId inspection, KeyView key, const RandomSource& random) const {
    return seal_stored(wrapping_key(), {Purpose::data_key, device_.bytes, inspection.bytes}, key, random);
}

Bytes Vault::add_inspection(InspectionId inspection, const RandomSource& random) {
    const SecretKey32 key = SecretKey32::random(random);
    keep(inspection, key);
    return wrap(inspection, key, random);
}

Result<SecretKey32> Vault::unwrap(InspectionId inspection, ByteView wrapped) const {
    return take_key(open_stored(wrapping_key(), {Purpose::data_key, device_.bytes, inspection.bytes}, wrapped));
}

bool Vault::opens_inspection(InspectionId inspection, ByteView wrapped) const {
    return unwrap(inspection, wrapped).has_value();
}

Result<void> Vault::open_inspection(InspectionId inspection, ByteView wrapped) {
    const auto key = unwrap(inspection, wrapped);
    if (!key) return pass_on(key.error());
    keep(inspection, *key);
    return {};
}

void Vault::forget_inspection(InspectionId inspection) {
    data_keys_.erase(inspection);
}

Result<Bytes> Vault::recovery_copy(InspectionId inspection, const std::vector<age::Recipient>& recipients,
                                   const RandomSource& random) const {
    const auto key = data_key(inspection);
    if (!key) return pass_on(key.error());
    const RecoveryPlain plain = format_recovery({inspection, device_, SecretKey32(*key)});
    return age::encrypt(plain.view(), recipients, age::Form::binary, random);
}

Bytes Vault::adopt(const RecoveredKey& recovered, const RandomSource& random) {
    keep(recovered.inspection, recovered.key);
    return wrap(recovered.inspection, recovered.key, random);
}

Result<Bytes> Vault::seal_row(InspectionId inspection, ByteView place, ByteView plain,
                              const RandomSource& random) const {
    const auto key = data_key(inspection);
    if (!key) return pass_on(key.error());
    return seal_stored(*key, {Purpose::row, inspection.bytes, place}, plain, random);
}

Result<Bytes> Vault::open_row(InspectionId inspection, ByteView place, ByteView sealed) const {
    const auto key = data_key(inspection);
    if (!key) return pass_on(key.error());
    return open_stored(*key, {Purpose::row, inspection.bytes, place}, sealed);
}

Bytes Vault::seal_own(ByteView place, ByteView plain, const RandomSource& random) const {
    return seal_stored(wrapping_key(), {Purpose::own, device_.bytes, place}, plain, random);
}

Result<Bytes> Vault::open_own(ByteView place, ByteView sealed) const {
    return open_stored(wrapping_key(), {Purpose::own, device_.bytes, place}, sealed);
}

Result<RecoveredKey> read_recovery_copy(ByteView file, const age::Keys& keys) {
    auto plain = age::decrypt(file, keys);
    if (!plain) return pass_on(std::move(plain.error()));
    auto recovered = parse_recovery(*plain);
    wipe(*plain);
    return recovered;
}

}  // namespace daybook
