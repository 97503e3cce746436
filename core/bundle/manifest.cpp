#include "core/bundle/bundle.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

/// Version 2 ends with the attachments.
constexpr std::uint64_t manifest_version = 2;
constexpr std::uint64_t version_without_attachments = 1;
constexpr std::size_t most_attachments = 100'000;
constexpr std::size_t most_devices = 10'000;

template <typename SomeId>
SomeId read_id(CborReader& reader) {
    const auto id = SomeId::from_bytes(reader.bytes());
    if (!id) reader.refuse();
    return id.value_or(SomeId{});
}

Hash read_hash(CborReader& reader) {
    Hash hash{};
    const ByteView bytes = reader.bytes();
    if (bytes.size() != hash.size()) {
        reader.refuse();
        return hash;
    }
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

Reach read_reach(CborReader& reader) {
    Reach reach;
    reader.array_of(4);
    reach.device = read_id<DeviceId>(reader);
    reach.first_seq = reader.unsigned_integer();
    reach.last_seq = reader.unsigned_integer();
    reach.head = read_hash(reader);
    return reach;
}

CarriedAttachment read_carried(CborReader& reader) {
    CarriedAttachment carried;
    reader.array_of(2);
    carried.id = read_id<ItemId>(reader);
    carried.hash = read_hash(reader);
    return carried;
}

/// By id, each once: there is one spelling of the same list.
void read_attachments(CborReader& reader, Manifest& manifest) {
    const std::size_t count = reader.array();
    if (count == 0 || count > most_attachments) reader.refuse();
    for (std::size_t n = 0; n < count && !reader.refused(); ++n) {
        const CarriedAttachment carried = read_carried(reader);
        if (!manifest.attachments.empty() && manifest.attachments.back().id >= carried.id) reader.refuse();
        manifest.attachments.push_back(carried);
    }
}

}  // namespace

Bytes encode(const Manifest& manifest) {
    CborWriter writer;
    const bool carries = !manifest.attachments.empty();
    writer.array(carries ? 11 : 10);
    writer.text("daybook bundle");
    writer.unsigned_integer(carries ? manifest_version : version_without_attachments);
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
    if (!carries) return std::move(writer).take();
    writer.array(manifest.attachments.size());
    for (const CarriedAttachment& carried : manifest.attachments) {
        writer.array(2);
        writer.bytes(carried.id.bytes);
        writer.bytes(carried.hash);
    }
    return std::move(writer).take();
}

Result<Manifest> decode_manifest(ByteView canonical) {
    auto reader = CborReader::open(canonical);
    if (!reader) return pass_on(reader.error().while_doing("Reading the manifest"));
    Manifest manifest;
    const std::size_t members = reader->array();
    if (reader->text() != "daybook bundle") return fail(Errc::corrupt, "This is not a Daybook bundle's manifest.");
    const std::uint64_t version = reader->unsigned_integer();
    if (version > manifest_version) return fail(Errc::newer, "This bundle was made by a later version of Daybook.");
    const bool carries = version == manifest_version;
    if (version == 0 || members != (carries ? 11U : 10U)) reader->refuse();
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
    if (carries && !reader->refused()) read_attachments(*reader, manifest);
    if (auto finished = reader->finish(); !finished) {
        return pass_on(finished.error().while_doing("Reading the manifest"));
    }
    return manifest;
}

}  // namespace daybook
