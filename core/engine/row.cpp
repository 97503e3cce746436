#include "core/engine/row.h"

#include <algorithm>

#include "core/crypto/primitives.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t batch_version = 1;
constexpr std::size_t members_of_a_row = 5;

void write_place(CborWriter& writer, const RowPlace& place) {
    writer.unsigned_integer(static_cast<std::uint64_t>(place.kind));
    writer.bytes(place.inspection.bytes);
    writer.bytes(place.device.bytes);
    writer.unsigned_integer(place.number);
}

void read_row(CborReader& reader, KnownRows& known) {
    reader.array_of(members_of_a_row);
    const auto kind = row_kind(reader.unsigned_integer());
    const auto inspection = InspectionId::from_bytes(reader.bytes());
    const auto device = DeviceId::from_bytes(reader.bytes());
    const std::uint64_t number = reader.unsigned_integer();
    const ByteView sealed = reader.bytes();
    if (!inspection || !device) return reader.refuse();
    if (!kind) {
        known.later.emplace_back(sealed.begin(), sealed.end());
        return;
    }
    known.rows.push_back({{*kind, *inspection, *device, number}, sealed});
}

/// A batch of a later version vouches for its number by a hash. Without it, another number is a flipped bit in ours.
bool is_of_later_version(CborReader reader) {
    reader.array_of(3);
    const ByteView version = reader.skip();
    const ByteView content = reader.skip();
    const ByteView hash = reader.bytes();
    if (!reader.finish()) return false;
    return std::ranges::equal(blake2b_256({version.data(), version.size() + content.size()}), hash);
}

}  // namespace

std::optional<RowKind> row_kind(std::uint64_t number) {
    const bool known = number >= static_cast<std::uint64_t>(RowKind::vault) &&
                       number <= static_cast<std::uint64_t>(RowKind::recovery_request);
    return known ? std::optional(static_cast<RowKind>(number)) : std::nullopt;
}

Bytes associated_data(const RowPlace& place) {
    CborWriter writer;
    writer.array(members_of_a_row);
    writer.text("daybook row 1");
    write_place(writer, place);
    return std::move(writer).take();
}

Bytes encode_batch(const std::vector<Row>& rows) {
    CborWriter writer;
    writer.array(2);
    writer.unsigned_integer(batch_version);
    writer.array(rows.size());
    for (const Row& row : rows) {
        writer.array(members_of_a_row);
        write_place(writer, row.place);
        writer.bytes(row.sealed);
    }
    return std::move(writer).take();
}

Result<std::vector<Row>> decode_batch(ByteView batch) {
    auto known = decode_known_rows(batch);
    if (!known) return pass_on(known.error());
    if (known->is_later || !known->later.empty())
        return fail(Errc::newer, "The second copy was written by a later version of Daybook.");
    std::vector<Row> rows;
    rows.reserve(known->rows.size());
    for (const RowView& row : known->rows) rows.push_back(row.copy());
    return rows;
}

Result<KnownRows> decode_known_rows(ByteView batch) {
    auto reader = CborReader::open(batch);
    if (!reader) return pass_on(reader.error().while_doing("Reading the second copy"));
    KnownRows known;
    known.is_later = is_of_later_version(*reader);
    if (known.is_later) return known;
    reader->array_of(2);
    static_cast<void>(reader->unsigned_integer());
    const std::size_t count = reader->array();
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) read_row(*reader, known);
    if (auto finished = reader->finish(); !finished) {
        return pass_on(finished.error().while_doing("Reading the second copy"));
    }
    return known;
}

}  // namespace daybook
