#include "core/engine/recovery.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/crypto/vault_file.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::string_view request_title = "daybook recovery request ";
constexpr std::string_view unlock_title = "daybook unlock ";
constexpr char version = '1';  // in files: a later one is told as such

/// True if `found` is the title with this version; `later` is set if it is one with another.
bool is_titled(std::string_view found, std::string_view title, bool& later) {
    if (!found.starts_with(title) || found.size() <= title.size()) return false;
    later = found.substr(title.size()) != std::string_view(&version, 1);
    return !later;
}

std::unexpected<Error> no_request() {
    return fail(Errc::corrupt,
                "This is no whole recovery request of Daybook. Ask the inspector to send the file again.");
}

std::unexpected<Error> no_unlock_file() {
    return fail(Errc::corrupt,
                "This is no whole unlock file. Nothing was changed; ask the office to send the file again.");
}

std::unexpected<Error> made_later() {
    return fail(Errc::newer, "This file was made by a later version of Daybook. Use that version here as well.");
}

/// The inside of an unlock file. Wiped by whoever asked for it.
Bytes unlock_plain(DeviceId device, const std::vector<RecoveredKey>& keys) {
    CborWriter writer;
    writer.array(3);
    writer.text(std::string(unlock_title) + version);
    writer.bytes(device.bytes);
    writer.array(keys.size());
    for (const RecoveredKey& key : keys) writer.bytes(format_recovery(key).view());
    return std::move(writer).take();
}

Result<std::vector<RecoveredKey>> parse_unlock(ByteView plain, DeviceId device) {
    auto reader = CborReader::open(plain);
    if (!reader) return no_unlock_file();
    bool later = false;
    reader->array_of(3);
    const bool titled = is_titled(reader->text(), unlock_title, later);
    if (later) return made_later();
    const auto named = DeviceId::from_bytes(reader->bytes());
    const std::size_t count = reader->array();
    std::vector<RecoveredKey> keys;
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) {
        auto key = parse_recovery(reader->bytes());
        if (!key) return pass_on(key.error());
        keys.push_back(std::move(*key));
    }
    if (!titled || !named || !reader->finish()) return no_unlock_file();
    if (*named != device) {
        return fail(Errc::wrong_key, "This unlock file was made for another device. Nothing was changed.");
    }
    return keys;
}

}  // namespace

Bytes encode(const RecoveryRequest& request) {
    CborWriter writer;
    writer.array(4);
    writer.text(std::string(request_title) + version);
    writer.bytes(request.device.bytes);
    writer.text(age::to_text(request.recipient));
    writer.array(request.copies.size());
    for (const Bytes& copy : request.copies) writer.bytes(copy);
    return std::move(writer).take();
}

Result<RecoveryRequest> decode_recovery_request(ByteView file) {
    auto reader = CborReader::open(file);
    if (!reader) return no_request();
    bool later = false;
    reader->array_of(4);
    const bool titled = is_titled(reader->text(), request_title, later);
    if (later) return made_later();
    const auto device = DeviceId::from_bytes(reader->bytes());
    const auto recipient = age::parse_recipient(reader->text());
    std::vector<Bytes> copies;
    const std::size_t count = reader->array();
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) {
        const ByteView copy = reader->bytes();
        copies.emplace_back(copy.begin(), copy.end());
    }
    if (!titled || !device || !recipient || !reader->finish()) return no_request();
    return RecoveryRequest{*device, *recipient, std::move(copies)};
}

Result<RecoveryAnswer> answer(const RecoveryRequest& request, const age::Keys& keys, const RandomSource& random) {
    RecoveryAnswer answered;
    std::vector<RecoveredKey> recovered;
    for (const Bytes& copy : request.copies) {
        auto key = read_recovery_copy(copy, keys);
        if (!key) {
            ++answered.not_opened;
            continue;
        }
        const bool is_known = std::ranges::any_of(recovered, [&](const RecoveredKey& other) {
            return other.inspection == key->inspection && equal_in_constant_time(other.key.view(), key->key.view());
        });
        if (is_known) continue;
        if (std::ranges::find(answered.inspections, key->inspection) == answered.inspections.end()) {
            answered.inspections.push_back(key->inspection);
        }
        recovered.push_back(std::move(*key));
    }
    if (recovered.empty()) return answered;
    Bytes plain = unlock_plain(request.device, recovered);
    auto file = age::encrypt(plain, {request.recipient}, age::Form::binary, random);
    wipe(plain);
    if (!file) return pass_on(file.error().while_doing("Writing the unlock file"));
    answered.file = std::move(*file);
    return answered;
}

Result<std::vector<RecoveredKey>> read_unlock_file(ByteView file, const age::Identity& identity, DeviceId device) {
    age::Keys keys;
    keys.identities.push_back({identity.key.copy()});
    auto plain = age::decrypt(file, keys);
    if (!plain && plain.error().code == Errc::wrong_key) {
        return fail(Errc::wrong_key,
                    "This file does not answer this device's last request. Nothing was changed; ask the office for the "
                    "file that answers it.");
    }
    if (!plain) return no_unlock_file();
    auto opened = parse_unlock(*plain, device);
    wipe(*plain);
    return opened;
}

std::vector<Row> adopt(Vault& vault, const std::vector<RecoveredKey>& keys, const std::vector<Row>& rows,
                       const RandomSource& random) {
    std::vector<Row> adopted;
    std::set<InspectionId> done;
    for (const RecoveredKey& key : keys) {
        if (done.contains(key.inspection)) continue;
        Bytes wrapped = vault.adopt(key, random);
        const bool opens = std::ranges::any_of(rows, [&](const Row& row) {
            return row.place.kind == RowKind::revision && row.place.inspection == key.inspection &&
                   vault.open_row(key.inspection, associated_data(row.place), row.sealed);
        });
        if (opens) {
            done.insert(key.inspection);
            adopted.push_back({{RowKind::data_key, key.inspection, vault.device(), 1}, std::move(wrapped)});
        } else {
            vault.forget_inspection(key.inspection);
        }
    }
    return adopted;
}

std::vector<RowPlace> replaced_by(const std::vector<Row>& adopted, DeviceId device, const std::vector<Row>& rows) {
    constexpr std::array of_a_device = {RowKind::vault, RowKind::profile, RowKind::data_key, RowKind::quick_unlock,
                                        RowKind::settings};
    std::set<InspectionId> open;
    for (const Row& row : adopted) open.insert(row.place.inspection);
    std::vector<RowPlace> places;
    for (const Row& row : rows) {
        const RowPlace& place = row.place;
        if (place.kind == RowKind::data_key && !open.contains(place.inspection)) return {};
        if (place.device == device || std::ranges::find(of_a_device, place.kind) == of_a_device.end()) continue;
        const auto same = std::ranges::find_if(places, [&](const RowPlace& other) {
            return other.kind == place.kind && other.inspection == place.inspection && other.device == place.device;
        });
        if (same == places.end()) {
            places.push_back(place);
        } else {
            same->number = std::max(same->number, place.number);
        }
    }
    return places;
}

}  // namespace daybook
