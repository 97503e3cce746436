#include "core/crypto/vault_file.h"

#include <algorithm>
#include <optional>

namespace daybook {
namespace {

constexpr std::string_view vault_magic = "DAYVAULT";
constexpr std::string_view recovery_magic = "DAYRECOV";
constexpr std::uint16_t version = 1;
constexpr std::uint16_t argon2id_one_lane = 1;  // on disk: never renumber

constexpr std::size_t prefix_size = 8 + 2 + 2 + 4 + 4 + 16 + 16;
constexpr std::size_t sealed_keys_size = 24 + 64 + 16;
constexpr std::size_t checksum_size = 32;
constexpr std::size_t vault_size = prefix_size + sealed_keys_size + checksum_size;

/// Writes fields one after the other; whole numbers are big endian.
class FieldWriter {
public:
    explicit FieldWriter(std::span<Byte> into) : left_(into) {}

    void bytes(ByteView field) {
        std::ranges::copy(field, left_.begin());
        left_ = left_.subspan(field.size());
    }
    template <typename Number>
    void number(Number value) {
        for (std::size_t i = 0; i < sizeof value; ++i)
            left_[i] = static_cast<Byte>(value >> 8 * (sizeof value - 1 - i) & 0xFFU);
        left_ = left_.subspan(sizeof value);
    }

private:
    std::span<Byte> left_;
};

/// Reads fields one after the other. The caller has checked that all of them are there.
class FieldReader {
public:
    explicit FieldReader(ByteView from) : left_(from) {}

    template <std::size_t Size>
    std::array<Byte, Size> bytes() {
        std::array<Byte, Size> field{};
        std::ranges::copy(left_.first<Size>(), field.begin());
        left_ = left_.subspan(Size);
        return field;
    }
    template <typename Number>
    Number number() {
        std::uint64_t value = 0;
        for (const Byte byte : left_.first<sizeof(Number)>()) value = value << 8U | byte;
        left_ = left_.subspan(sizeof(Number));
        return static_cast<Number>(value);
    }
    [[nodiscard]] ByteView rest() const { return left_; }

private:
    ByteView left_;
};

std::unexpected<Error> bad_vault() {
    return fail(Errc::corrupt, "The stored keys of this notebook are damaged.");
}

/// The version that follows `magic`; none if these are other bytes.
std::optional<std::uint16_t> stored_version(ByteView bytes, std::string_view magic) {
    if (bytes.size() < magic.size() + sizeof version || !as_text(bytes).starts_with(magic)) return std::nullopt;
    return FieldReader(bytes.subspan(magic.size())).number<std::uint16_t>();
}

}  // namespace

bool is_allowed(Argon2Cost cost) {
    constexpr Argon2Cost lowest{.passes = 1, .memory_kib = 8};
    return cost.passes >= lowest.passes && cost.passes <= highest_argon2_cost.passes &&
           cost.memory_kib >= lowest.memory_kib && cost.memory_kib <= highest_argon2_cost.memory_kib;
}

Bytes vault_file_prefix(const VaultFile& file) {
    Bytes prefix(prefix_size);
    FieldWriter fields(prefix);
    fields.bytes(as_bytes(vault_magic));
    fields.number(version);
    fields.number(argon2id_one_lane);
    fields.number(file.cost.passes);
    fields.number(file.cost.memory_kib);
    fields.bytes(file.device.bytes);
    fields.bytes(file.salt);
    return prefix;
}

Bytes format_vault_file(const VaultFile& file) {
    Bytes stored = vault_file_prefix(file);
    append(stored, file.sealed_keys);
    // Of what lies in the open anyway: it tells damage from a wrong passcode, before any work is done.
    append(stored, blake2b_256(stored));
    return stored;
}

Result<VaultFile> parse_vault_file(ByteView stored) {
    const auto found = stored_version(stored, vault_magic);
    if (!found || *found == 0) return bad_vault();
    if (*found > version) return fail(Errc::newer, "This notebook was locked by a later version of Daybook.");
    if (stored.size() != vault_size) return bad_vault();
    const ByteView content = stored.first(vault_size - checksum_size);
    if (!std::ranges::equal(blake2b_256(content), stored.last(checksum_size))) return bad_vault();
    FieldReader fields(content.subspan(vault_magic.size() + sizeof version));
    if (fields.number<std::uint16_t>() != argon2id_one_lane) return bad_vault();
    VaultFile file;
    file.cost.passes = fields.number<std::uint32_t>();
    file.cost.memory_kib = fields.number<std::uint32_t>();
    if (!is_allowed(file.cost)) return bad_vault();
    file.device.bytes = fields.bytes<16>();
    file.salt = fields.bytes<16>();
    file.sealed_keys.assign(fields.rest().begin(), fields.rest().end());
    return file;
}

RecoveryPlain format_recovery(const RecoveredKey& recovered) {
    RecoveryPlain plain;
    FieldWriter fields(plain.writable());
    fields.bytes(as_bytes(recovery_magic));
    fields.number(version);
    fields.bytes(recovered.inspection.bytes);
    fields.bytes(recovered.device.bytes);
    fields.bytes(recovered.key.view());
    return plain;
}

Result<RecoveredKey> parse_recovery(ByteView plain) {
    const auto found = stored_version(plain, recovery_magic);
    if (found && *found > version) return fail(Errc::newer, "This key was written by a later version of Daybook.");
    if (!found || *found == 0 || plain.size() != RecoveryPlain().view().size())
        return fail(Errc::corrupt, "This file holds no key of an inspection.");
    FieldReader fields(plain.subspan(recovery_magic.size() + sizeof version));
    const InspectionId inspection{fields.bytes<16>()};
    const DeviceId device{fields.bytes<16>()};
    return RecoveredKey{inspection, device, SecretKey32(fields.rest().first<32>())};
}

}  // namespace daybook
