#include "core/engine/outbox.h"

#include "core/crypto/primitives.h"
#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t members = 4;

}  // namespace

Bytes outbox_record(const BundleMade& made, ByteView file) {
    CborWriter writer;
    writer.array(members);
    writer.unsigned_integer(version);
    writer.integer(made.at.unix_ms);
    writer.unsigned_integer(made.revisions);
    writer.bytes(sha256(file));
    return std::move(writer).take();
}

Result<BundleMade> read_outbox_record(ByteView record, std::uint64_t number) {
    auto reader = CborReader::open(record);
    if (!reader) return pass_on(reader.error());
    const std::size_t count = reader->array();
    if (const std::uint64_t found = reader->unsigned_integer(); !reader->refused() && found > version) {
        return fail(Errc::newer, "This was stored by a later version of Daybook.");
    }
    if (count != members) reader->refuse();
    BundleMade made{number, {reader->integer()}, reader->unsigned_integer()};
    if (reader->bytes().size() != Hash32{}.size()) reader->refuse();
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    return made;
}

}  // namespace daybook
