// One thing that happened: who, when, and what it changed.
// Never edited after it was made: what corrects a revision is another revision.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

namespace daybook {

using Hash = std::array<Byte, 32>;  ///< BLAKE2b-256

/// A revision's place: the device that made it, and its number there, from 1 without gaps.
struct RevisionRef {
    DeviceId device;
    std::uint64_t seq = 0;
    auto operator<=>(const RevisionRef&) const = default;
};

/// What a single field can hold.
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Bytes>;

/// Brings an item into being. `kind` is a word of core/notebook; unknown kinds are kept.
struct Create {
    ItemId item;
    std::string kind;
    bool operator==(const Create&) const = default;
};

/// Retires an item: it is shown as retired, and kept. `retired == false` brings it back.
struct Retire {
    ItemId item;
    bool retired = true;
    bool operator==(const Retire&) const = default;
};

/// Gives a single field a value. The latest stamp shows; what it replaced stays in the history.
struct SetField {
    ItemId item;
    std::string field;
    Value value;
    bool operator==(const SetField&) const = default;
};

/// Replaces `erased` bytes at `at` of a text by `inserted`. Offsets are UTF-8 bytes in the text as it stood at
/// `bases.front()` (the empty text if there is none). Further bases are versions that a person chose to leave behind.
struct Splice {
    ItemId item;
    std::string field;
    std::vector<RevisionRef> bases;
    std::uint64_t at = 0;
    std::uint64_t erased = 0;
    std::string inserted;
    bool operator==(const Splice&) const = default;
};

/// Adds a member to a set, or takes it out. The latest stamp decides for each member alone.
struct SetMember {
    ItemId item;
    std::string field;
    Value member;
    bool present = true;
    bool operator==(const SetMember&) const = default;
};

/// A change of a later version: its canonical bytes, kept and passed on as they are.
struct UnknownChange {
    Bytes cbor;
    bool operator==(const UnknownChange&) const = default;
};

using Change = std::variant<Create, Retire, SetField, Splice, SetMember, UnknownChange>;

struct Revision {
    InspectionId inspection;
    DeviceId device;
    std::uint64_t seq = 0;  ///< 1 for the device's first in this inspection
    Hash prev_hash{};       ///< BLAKE2b-256 of the canonical bytes of seq - 1; zeros for the first
    Stamp stamp;            ///< its device is the revision's: it is not stored twice
    std::string author;     ///< who wrote, as the device knows them
    LocalTime written_at;   ///< the wall clock of the device
    Change change;
    /// What a later version said besides, kept and passed on: the canonical CBOR of each key and of its value.
    std::map<Bytes, Bytes> unknown_fields{};

    [[nodiscard]] RevisionRef ref() const { return {device, seq}; }
    bool operator==(const Revision&) const = default;
};

/// What a revision may hold at most, in bytes of UTF-8 where it is text.
struct RevisionBounds {
    static constexpr std::size_t author = 200;
    static constexpr std::size_t name = 100;               ///< a kind, a field, or the name of a change
    static constexpr std::size_t bases = 64;               ///< of one splice
    static constexpr std::size_t value = 4 * 1024 * 1024;  ///< a text, the bytes of a value, what a splice inserts
    static constexpr std::int32_t utc_offset_minutes = 24 * 60 - 1;
    static constexpr std::size_t canonical = 5 * 1024 * 1024;  ///< the whole revision
};

/// Errc::invalid if `revision` could be written but not read again: something is out of bounds or not UTF-8.
[[nodiscard]] Result<void> check_bounds(const Revision& revision);

/// The canonical bytes (deterministic CBOR, RFC 8949 section 4.2; layout in core/log/README.md).
/// Of a revision that passes check_bounds(); decoding them gives the same revision.
[[nodiscard]] Bytes encode(const Revision& revision);

/// Reads canonical bytes. Errc::corrupt for anything else, a non-canonical form included;
/// Errc::newer for a later format version.
[[nodiscard]] Result<Revision> decode_revision(ByteView canonical);

/// BLAKE2b-256 of canonical bytes.
[[nodiscard]] Hash revision_hash(ByteView canonical);

/// The item that a change is about; none for a change that this version does not know.
[[nodiscard]] std::optional<ItemId> item_of(const Change& change);

}  // namespace daybook
