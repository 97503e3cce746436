// A sealed row: what is stored of one thing, and where it stands. The same in the database and in the second copy.
// Never holds a readable word: what is inside is sealed before it comes here.
#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"

namespace daybook {

/// On disk: never renumber.
enum class RowKind : std::uint8_t {
    vault = 1,              ///< the device's keys, locked by the passcode; the number counts passcodes
    profile = 2,            ///< the inspector's name, sealed to the device
    data_key = 3,           ///< an inspection's key, wrapped by the device's
    recovery = 4,           ///< that key for those who may recover it: an age file; counted
    revision = 5,           ///< a revision, sealed by the inspection's key; the number is its seq
    outbox = 6,             ///< a bundle that was handed over; the number is the bundle's
    attachment = 7,         ///< a piece of an attachment, sealed by the inspection's key; counted by device
    quick_unlock = 8,       ///< the device's keys, locked by the platform's authenticator; counted
    settings = 9,           ///< of the device, sealed to it; counted, the last one holds
    erased = 10,            ///< what was erased and must not be put back; in the open, it names places only; counted
    recovery_request = 11,  ///< new keys that wait for the office's answer; counted
};

/// The kind that has this number on disk; none for one of a later version.
[[nodiscard]] std::optional<RowKind> row_kind(std::uint64_t number);

/// Where a row stands. No two rows stand in one place, and a row that stands is never changed.
struct RowPlace {
    RowKind kind = RowKind::vault;
    InspectionId inspection;  ///< nil for what belongs to the device
    DeviceId device;
    std::uint64_t number = 0;
    auto operator<=>(const RowPlace&) const = default;
};

struct Row {
    RowPlace place;
    Bytes sealed;
    bool operator==(const Row&) const = default;
};

/// A row that lies in bytes of somebody else's: a batch of the second copy is read without being copied.
struct RowView {
    RowPlace place;
    ByteView sealed;

    [[nodiscard]] Row copy() const { return {place, Bytes(sealed.begin(), sealed.end())}; }
};

/// The associated data of what is sealed in a row: its place and the format's version, so that rows cannot be
/// swapped or aged.
[[nodiscard]] Bytes associated_data(const RowPlace& place);

/// A batch of the second copy: the rows of one transaction (deterministic CBOR, core/engine/README.md).
[[nodiscard]] Bytes encode_batch(const std::vector<Row>& rows);
/// Errc::corrupt; Errc::newer for a later version, or a kind of row that only a later one has.
[[nodiscard]] Result<std::vector<Row>> decode_batch(ByteView batch);

/// What this version can read of a batch, as it lies there.
struct KnownRows {
    std::vector<RowView> rows;
    std::vector<Bytes> later;  ///< what stands in rows of a kind that only a later version has
    bool is_later = false;     ///< a later version wrote all of it
};
/// Errc::corrupt.
[[nodiscard]] Result<KnownRows> decode_known_rows(ByteView batch);

}  // namespace daybook
