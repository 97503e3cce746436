#include "core/bundle/bundle.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t manifest_version = 1;
constexpr std::size_t most_devices = 10'000;

template <typename SomeId>
SomeId read_id(CborReader& reader) {
    const auto id = SomeId::from_bytes(reader.bytes());
    if (!id) reader.refuse();
    return id.value_or(SomeId{});
}

Reach read_reach(CborReader& reader) {
    Reach reach;
    reader.array_of(4);
    reach.device = read_id<DeviceId>(reader);
    reach.first_seq = reader.unsigned_integer();
    reach.last_seq = reader.unsigned_integer();
    const ByteView head = reader.bytes();
    if (head.size() == reach.head.size()) {
        std::ranges::copy(head, reach.head.begin());
    } else {
        reader.refuse();
    }
    return reach;
}

}  // namespace

Bytes encode(const Manifest& manifest) {
    CborWriter writer;
    writer.array(10);
    writer.text("daybook bundle");
    writer.unsigned_integer(manifest_version);
    writer.bytes(manifest.inspection.bytes);
    writer.bytes(manifest.device.bytes);
    writer.text(manifest.author);
    writer.integer(manifest.made_at.at.unix_ms);
    writer.integer(manifest.made_at.utc_offset_minutes);
    writer.unsigned_integer(manifest.bundle);
    writer.array(2);
    writer.unsigned_integer(manifest.part);
    writer.unsigned_integer(manifest.parts);
    writer.array(manifest.reaches.size());
    for (const Reach& reach : manifest.reaches) {
        writer.array(4);
        writer.bytes(reach.device.bytes);
        writer.unsigned_integer(reach.first_seq);
        writer.unsigned_integer(reach.last_seq);
        writer.bytes(reach.head);
    }
    return std::move(writer).take();
}

Result<Manifest> decode_manifest(ByteView canonical) {
    auto reader = CborReader::open(canonical);
    if (!reader) return pass_on(reader.error().while_doing("Reading the manifest"));
    Manifest manifest;
    reader->array_of(10);
    if (reader->text() != "daybook bundle") return fail(Errc::corrupt, "This is not a Daybook bundle's manifest.");
    if (reader->unsigned_integer() != manifest_version) {
        return fail(Errc::newer, "This bundle was made by a later version of Daybook.");
    }
    manifest.inspection = read_id<InspectionId>(*reader);
    manifest.device = read_id<DeviceId>(*reader);
    manifest.author = std::string(reader->text());
    manifest.made_at.at.unix_ms = reader->integer();
    const std::int64_t offset = reader->integer();
    if (offset < -1440 || offset > 1440) reader->refuse();
    manifest.made_at.utc_offset_minutes = static_cast<std::int32_t>(offset);
    manifest.bundle = reader->unsigned_integer();
    reader->array_of(2);
    manifest.part = reader->unsigned_integer();
    manifest.parts = reader->unsigned_integer();
    const std::size_t reaches = reader->array();
    if (reaches > most_devices) reader->refuse();
    for (std::size_t n = 0; n < reaches && !reader->refused(); ++n) manifest.reaches.push_back(read_reach(*reader));
    if (auto finished = reader->finish(); !finished) {
        return pass_on(finished.error().while_doing("Reading the manifest"));
    }
    return manifest;
}

}  // namespace daybook
