#include "core/engine/row.h"

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

/// Nothing is added if the row is of a kind that this version does not know.
void read_row(CborReader& reader, KnownRows& known) {
    reader.array_of(members_of_a_row);
    const auto kind = row_kind(reader.unsigned_integer());
    const auto inspection = InspectionId::from_bytes(reader.bytes());
    const auto device = DeviceId::from_bytes(reader.bytes());
    const std::uint64_t number = reader.unsigned_integer();
    const ByteView sealed = reader.bytes();
    if (!inspection || !device) return reader.refuse();
    known.has_later = known.has_later || !kind;
    if (kind) known.rows.push_back({{*kind, *inspection, *device, number}, sealed});
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
    if (known->has_later) return fail(Errc::newer, "The second copy was written by a later version of Daybook.");
    std::vector<Row> rows;
    rows.reserve(known->rows.size());
    for (const RowView& row : known->rows) rows.push_back(row.copy());
    return rows;
}

Result<KnownRows> decode_known_rows(ByteView batch) {
    auto reader = CborReader::open(batch);
    if (!reader) return pass_on(reader.error().while_doing("Reading the second copy"));
    KnownRows known;
    reader->array_of(2);
    if (reader->unsigned_integer() > batch_version) {
        known.has_later = true;
        return known;
    }
    const std::size_t count = reader->array();
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) read_row(*reader, known);
    if (auto finished = reader->finish(); !finished) {
        return pass_on(finished.error().while_doing("Reading the second copy"));
    }
    return known;
}

}  // namespace daybook
