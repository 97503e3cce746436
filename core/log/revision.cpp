#include "core/log/revision.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/base/utf8.h"
#include "core/crypto/primitives.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t format_version = 1;

// on disk: never renumber
enum Key : std::int64_t {
    key_format = 0,
    key_inspection = 1,
    key_device = 2,
    key_seq = 3,
    key_prev_hash = 4,
    key_stamp = 5,
    key_author = 6,
    key_written_at = 7,
    key_change = 8,
    key_count = 9,
};

// on disk: never rename
constexpr std::string_view create_name = "create";
constexpr std::string_view retire_name = "retire";
constexpr std::string_view set_field_name = "set";
constexpr std::string_view splice_name = "splice";
constexpr std::string_view set_member_name = "member";

constexpr std::uint64_t largest_integer = std::numeric_limits<std::int64_t>::max();

bool is_known_name(std::string_view name) {
    return name == create_name || name == retire_name || name == set_field_name || name == splice_name ||
           name == set_member_name;
}

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

// Writing

void write_value(CborWriter& out, const Value& value) {
    std::visit(
        Overloaded{[&](std::monostate) { out.null(); }, [&](bool yes) { out.boolean(yes); },
                   [&](std::int64_t number) { out.integer(number); }, [&](const std::string& text) { out.text(text); },
                   [&](const Bytes& bytes) { out.bytes(bytes); }},
        value);
}

void write_name_and_item(CborWriter& out, std::size_t elements, std::string_view name, ItemId item) {
    out.array(elements);
    out.text(name);
    out.bytes(item.bytes);
}

void write_change(CborWriter& out, const Create& create) {
    write_name_and_item(out, 3, create_name, create.item);
    out.text(create.kind);
}

void write_change(CborWriter& out, const Retire& retire) {
    write_name_and_item(out, 3, retire_name, retire.item);
    out.boolean(retire.retired);
}

void write_change(CborWriter& out, const SetField& set) {
    write_name_and_item(out, 4, set_field_name, set.item);
    out.text(set.field);
    write_value(out, set.value);
}

void write_change(CborWriter& out, const Splice& splice) {
    write_name_and_item(out, 7, splice_name, splice.item);
    out.text(splice.field);
    out.array(splice.bases.size());
    for (const RevisionRef& base : splice.bases) {
        out.array(2);
        out.bytes(base.device.bytes);
        out.unsigned_integer(base.seq);
    }
    out.unsigned_integer(splice.at);
    out.unsigned_integer(splice.erased);
    out.text(splice.inserted);
}

void write_change(CborWriter& out, const SetMember& set) {
    write_name_and_item(out, 5, set_member_name, set.item);
    out.text(set.field);
    write_value(out, set.member);
    out.boolean(set.present);
}

void write_change(CborWriter& out, const UnknownChange& unknown) {
    out.encoded(unknown.cbor);
}

// Reading

template <typename SomeId>
SomeId read_id(CborReader& in) {
    const auto id = SomeId::from_bytes(in.bytes());
    if (!id) in.refuse();
    return id.value_or(SomeId{});
}

Hash read_hash(CborReader& in) {
    Hash hash{};
    const ByteView bytes = in.bytes();
    if (bytes.size() == hash.size()) {
        std::ranges::copy(bytes, hash.begin());
    } else {
        in.refuse();
    }
    return hash;
}

template <typename Number>
Number read_number(CborReader& in) {
    const std::int64_t number = in.integer();
    if (!std::in_range<Number>(number)) in.refuse();
    return static_cast<Number>(number);
}

Value read_value(CborReader& in) {
    switch (in.next()) {
        case CborKind::boolean:
            return in.boolean();
        case CborKind::integer:
            return in.integer();
        case CborKind::text:
            return std::string(in.text());
        case CborKind::bytes: {
            const ByteView bytes = in.bytes();
            return Bytes(bytes.begin(), bytes.end());
        }
        default:
            in.null();
            return {};
    }
}

RevisionRef read_ref(CborReader& in) {
    in.array_of(2);
    RevisionRef ref;
    ref.device = read_id<DeviceId>(in);
    ref.seq = in.unsigned_integer();
    return ref;
}

Splice read_splice(CborReader& in) {
    Splice splice;
    splice.item = read_id<ItemId>(in);
    splice.field = in.text();
    const std::size_t bases = in.array();
    for (std::size_t n = 0; n < bases && !in.refused(); ++n) splice.bases.push_back(read_ref(in));
    splice.at = in.unsigned_integer();
    splice.erased = in.unsigned_integer();
    splice.inserted = in.text();
    return splice;
}

Change read_known_change(CborReader& in, std::string_view name, std::size_t elements) {
    const auto expect = [&](std::size_t count) {
        if (elements != count) in.refuse();
    };
    if (name == create_name) {
        expect(3);
        const auto item = read_id<ItemId>(in);
        return Create{item, std::string(in.text())};
    }
    if (name == retire_name) {
        expect(3);
        const auto item = read_id<ItemId>(in);
        return Retire{item, in.boolean()};
    }
    if (name == splice_name) {
        expect(7);
        return read_splice(in);
    }
    const auto item = read_id<ItemId>(in);
    std::string field(in.text());
    Value value = read_value(in);
    if (name == set_field_name) {
        expect(4);
        return SetField{item, std::move(field), std::move(value)};
    }
    expect(5);
    return SetMember{item, std::move(field), std::move(value), in.boolean()};
}

Change read_change(CborReader& in) {
    const CborReader whole = in;
    const std::size_t elements = in.array();
    const std::string_view name = in.text();
    if (is_known_name(name) || in.refused()) return read_known_change(in, name, elements);
    in = whole;
    const ByteView cbor = in.skip();
    return UnknownChange{Bytes(cbor.begin(), cbor.end())};
}

void read_unknown_fields(CborReader& in, std::size_t count, std::map<Bytes, Bytes>& fields) {
    for (std::size_t n = 0; n < count && !in.refused(); ++n) {
        const ByteView key = in.skip();
        const ByteView value = in.skip();
        fields.emplace(Bytes(key.begin(), key.end()), Bytes(value.begin(), value.end()));
    }
}

Revision read_revision(CborReader& in) {
    const std::size_t fields = in.map();
    if (fields < key_count) in.refuse();
    const auto expect = [&](Key key) {
        if (in.unsigned_integer() != static_cast<std::uint64_t>(key)) in.refuse();
    };
    Revision revision;
    expect(key_format);
    if (in.unsigned_integer() != format_version) in.refuse();
    expect(key_inspection);
    revision.inspection = read_id<InspectionId>(in);
    expect(key_device);
    revision.device = read_id<DeviceId>(in);
    expect(key_seq);
    revision.seq = in.unsigned_integer();
    expect(key_prev_hash);
    revision.prev_hash = read_hash(in);
    expect(key_stamp);
    in.array_of(2);
    revision.stamp.unix_ms = in.integer();
    revision.stamp.counter = read_number<std::uint32_t>(in);
    revision.stamp.device = revision.device;
    expect(key_author);
    revision.author = in.text();
    expect(key_written_at);
    in.array_of(2);
    revision.written_at.at.unix_ms = in.integer();
    revision.written_at.utc_offset_minutes = read_number<std::int32_t>(in);
    expect(key_change);
    revision.change = read_change(in);
    if (!in.refused()) read_unknown_fields(in, fields - key_count, revision.unknown_fields);
    return revision;
}

/// True if the bytes begin as a revision of a later format does. What else is in them is for that format to say.
bool is_of_later_format(ByteView canonical) {
    if (canonical.size() < 3 || canonical[0] >> 5U != 5) return false;
    const std::size_t key = 1 + (canonical[0] < 0xB8 ? 0U : std::size_t{1} << (canonical[0] - 0xB8U));
    if ((canonical[0] & 31U) > 27 || key + 1 >= canonical.size() || canonical[key] != key_format) return false;
    const Byte version = canonical[key + 1];
    return version > format_version && version <= 0x1B;
}

// Bounds

bool is_name(std::string_view name) {
    return name.size() <= RevisionBounds::name && is_utf8(name);
}

bool is_value(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text->size() <= RevisionBounds::value && is_utf8(*text);
    }
    const auto* bytes = std::get_if<Bytes>(&value);
    return bytes == nullptr || bytes->size() <= RevisionBounds::value;
}

bool is_within(const Splice& splice) {
    if (!is_name(splice.field) || splice.bases.size() > RevisionBounds::bases) return false;
    if (splice.at > largest_integer || splice.erased > largest_integer) return false;
    for (auto base = splice.bases.begin(); base != splice.bases.end(); ++base) {
        if (base->seq == 0 || base->seq > largest_integer) return false;
        if (std::find(splice.bases.begin(), base, *base) != base) return false;
    }
    return splice.inserted.size() <= RevisionBounds::value && is_utf8(splice.inserted);
}

bool is_within(const UnknownChange& unknown) {
    auto in = CborReader::open(unknown.cbor);
    if (!in || in->array() == 0) return false;
    const std::string_view name = in->text();
    return !in->refused() && name.size() <= RevisionBounds::name && !is_known_name(name);
}

bool is_within(const Change& change) {
    return std::visit(
        Overloaded{[](const Create& create) { return is_name(create.kind); }, [](const Retire&) { return true; },
                   [](const SetField& set) { return is_name(set.field) && is_value(set.value); },
                   [](const SetMember& set) { return is_name(set.field) && is_value(set.member); },
                   [](const auto& other) { return is_within(other); }},
        change);
}

}  // namespace

Result<void> check_bounds(const Revision& revision) {
    const auto refused = [](std::string_view what) { return fail(Errc::invalid, std::string(what)); };
    if (revision.seq == 0 || revision.seq > largest_integer) return refused("A revision has no number.");
    if (revision.stamp.device != revision.device) return refused("A revision is stamped by another device.");
    if (revision.author.size() > RevisionBounds::author || !is_utf8(revision.author)) {
        return refused("The author's name is too long, or is not text.");
    }
    const std::int32_t offset = revision.written_at.utc_offset_minutes;
    if (offset < -RevisionBounds::utc_offset_minutes || offset > RevisionBounds::utc_offset_minutes) {
        return refused("The clock is more than a day away from UTC.");
    }
    if (!is_within(revision.change)) return refused("A change is larger than a revision can hold, or is not text.");
    return {};
}

Bytes encode(const Revision& revision) {
    CborMap map;
    map.at(key_format).unsigned_integer(format_version);
    map.at(key_inspection).bytes(revision.inspection.bytes);
    map.at(key_device).bytes(revision.device.bytes);
    map.at(key_seq).unsigned_integer(revision.seq);
    map.at(key_prev_hash).bytes(revision.prev_hash);
    CborWriter& stamp = map.at(key_stamp);
    stamp.array(2);
    stamp.integer(revision.stamp.unix_ms);
    stamp.unsigned_integer(revision.stamp.counter);
    map.at(key_author).text(revision.author);
    CborWriter& written_at = map.at(key_written_at);
    written_at.array(2);
    written_at.integer(revision.written_at.at.unix_ms);
    written_at.integer(revision.written_at.utc_offset_minutes);
    CborWriter& change = map.at(key_change);
    std::visit([&](const auto& known) { write_change(change, known); }, revision.change);
    for (const auto& [key, value] : revision.unknown_fields) map.put_encoded(key, value);
    CborWriter out;
    out.map(map);
    return std::move(out).take();
}

Result<Revision> decode_revision(ByteView canonical) {
    if (is_of_later_format(canonical)) {
        return fail(Errc::newer, "This was written by a later version of Daybook.");
    }
    const auto damaged = [] { return fail(Errc::corrupt, "A revision is damaged, or Daybook did not write it."); };
    if (canonical.size() > RevisionBounds::canonical) return damaged();
    auto in = CborReader::open(canonical);
    if (!in) return damaged();
    Revision revision = read_revision(*in);
    if (!in->finish() || !check_bounds(revision)) return damaged();
    return revision;
}

Hash revision_hash(ByteView canonical) {
    return blake2b_256(canonical);
}

std::optional<ItemId> item_of(const Change& change) {
    return std::visit(Overloaded{[](const UnknownChange&) -> std::optional<ItemId> { return std::nullopt; },
                                 [](const auto& known) -> std::optional<ItemId> { return known.item; }},
                      change);
}

}  // namespace daybook
