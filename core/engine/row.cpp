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

/// `later` is set if the row is of a kind that this version does not know.
Row read_row(CborReader& reader, bool& later) {
    Row row;
    reader.array_of(members_of_a_row);
    const std::uint64_t kind = reader.unsigned_integer();
    const auto inspection = InspectionId::from_bytes(reader.bytes());
    const auto device = DeviceId::from_bytes(reader.bytes());
    row.place.number = reader.unsigned_integer();
    const ByteView sealed = reader.bytes();
    if (!inspection || !device) {
        reader.refuse();
        return row;
    }
    later = later || !row_kind(kind);
    row.place.kind = row_kind(kind).value_or(RowKind{});
    row.place.inspection = *inspection;
    row.place.device = *device;
    row.sealed.assign(sealed.begin(), sealed.end());
    return row;
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
    const auto newer = [] { return fail(Errc::newer, "The second copy was written by a later version of Daybook."); };
    auto reader = CborReader::open(batch);
    if (!reader) return pass_on(reader.error().while_doing("Reading the second copy"));
    reader->array_of(2);
    if (reader->unsigned_integer() > batch_version) return newer();
    bool later = false;
    std::vector<Row> rows;
    const std::size_t count = reader->array();
    for (std::size_t n = 0; n < count && !reader->refused(); ++n) rows.push_back(read_row(*reader, later));
    if (auto finished = reader->finish(); !finished) {
        return pass_on(finished.error().while_doing("Reading the second copy"));
    }
    if (later) return newer();
    return rows;
}

}  // namespace daybook
