// What was erased and must not be put back: a tombstone row (RowKind::erased), which names places and nothing else.
// Never covers a tombstone: that something was erased is itself not forgotten.
#include "core/engine/erasure.h"

#include <algorithm>

#include "core/crypto/primitives.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t erasure_version = 1;
constexpr std::size_t members_of_a_place = 4;

Bytes encode_places(const std::vector<ErasedPlace>& places) {
    CborWriter writer;
    writer.array(places.size());
    for (const ErasedPlace& place : places) {
        writer.array(members_of_a_place);
        writer.unsigned_integer(place.kind ? static_cast<std::uint64_t>(*place.kind) : 0);
        writer.bytes(place.inspection.bytes);
        writer.bytes(place.device.bytes);
        writer.unsigned_integer(place.up_to);
    }
    return std::move(writer).take();
}

ErasedPlace read_place(CborReader& reader) {
    ErasedPlace place;
    reader.array_of(members_of_a_place);
    const std::uint64_t kind = reader.unsigned_integer();
    const auto inspection = InspectionId::from_bytes(reader.bytes());
    const auto device = DeviceId::from_bytes(reader.bytes());
    place.up_to = reader.unsigned_integer();
    place.kind = row_kind(kind);
    const bool is_known = kind == 0 || place.kind;
    // Everything that belongs to no inspection would be the device's keys and name: nobody ever asks for that.
    const bool too_much = inspection && inspection->is_nil() && !place.kind;
    if (!inspection || !device || !is_known || too_much) {
        reader.refuse();
        return place;
    }
    place.inspection = *inspection;
    place.device = *device;
    return place;
}

}  // namespace

ErasedPlace everything_of(InspectionId inspection) {
    return {{}, inspection, {}, 0};
}

bool covers(const ErasedPlace& erased, const RowPlace& place) {
    if (place.kind == RowKind::erased) return false;
    return (!erased.kind || *erased.kind == place.kind) && erased.inspection == place.inspection &&
           (erased.device.is_nil() || erased.device == place.device) &&
           (erased.up_to == 0 || place.number <= erased.up_to);
}

bool covers(const std::vector<ErasedPlace>& erased, const RowPlace& place) {
    return std::ranges::any_of(erased, [&](const ErasedPlace& one) { return covers(one, place); });
}

Bytes encode_erasure(const std::vector<ErasedPlace>& places) {
    const Bytes list = encode_places(places);
    CborWriter writer;
    writer.array(3);
    writer.unsigned_integer(erasure_version);
    writer.encoded(list);
    writer.bytes(blake2b_256(list));
    return std::move(writer).take();
}

Result<std::vector<ErasedPlace>> decode_erasure(ByteView tombstone) {
    auto reader = CborReader::open(tombstone);
    if (!reader) return pass_on(reader.error().while_doing("Reading what was erased"));
    reader->array_of(3);
    const std::uint64_t version = reader->unsigned_integer();
    if (version > erasure_version) {
        return fail(Errc::newer, "What was erased was written by a later version of Daybook.");
    }
    if (version == 0) reader->refuse();
    CborReader list = *reader;
    const ByteView list_bytes = reader->skip();
    const ByteView hash = reader->bytes();
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    std::vector<ErasedPlace> places;
    const std::size_t count = list.array();
    for (std::size_t n = 0; n < count && !list.refused(); ++n) places.push_back(read_place(list));
    if (list.refused() || !std::ranges::equal(hash, blake2b_256(list_bytes))) {
        return fail(Errc::corrupt, "The record of what was erased is damaged. Nothing was erased by it.");
    }
    return places;
}

}  // namespace daybook
