#include "core/engine/key_rows.h"

#include <array>

#include "core/log/cbor.h"

namespace daybook {
namespace {

constexpr std::uint64_t version = 1;  // on disk, of both

Bytes encode_parts(const std::array<ByteView, 3>& parts) {
    CborWriter writer;
    writer.array(1 + parts.size());
    writer.unsigned_integer(version);
    for (const ByteView part : parts) writer.bytes(part);
    return std::move(writer).take();
}

Result<std::array<Bytes, 3>> decode_parts(ByteView row) {
    auto reader = CborReader::open(row);
    if (!reader) return pass_on(reader.error());
    std::array<Bytes, 3> parts;
    const std::size_t members = reader->array();
    const std::uint64_t found = reader->unsigned_integer();
    if (!reader->refused() && found > version) {
        return fail(Errc::newer, "This was stored by a later version of Daybook.");
    }
    if (members != 1 + parts.size() || found != version) reader->refuse();
    for (Bytes& part : parts) {
        const ByteView bytes = reader->bytes();
        part.assign(bytes.begin(), bytes.end());
    }
    if (auto finished = reader->finish(); !finished) return pass_on(finished.error());
    return parts;
}

}  // namespace

Bytes quick_place(const RowPlace& place, const QuickLock& lock) {
    return encode_parts({associated_data(place), lock.credential, lock.salt});
}

Bytes encode(const QuickLock& lock) {
    return encode_parts({lock.credential, lock.salt, lock.sealed});
}

Result<QuickLock> decode_quick_lock(ByteView row) {
    auto parts = decode_parts(row);
    if (!parts) return pass_on(parts.error());
    auto& [credential, salt, sealed] = *parts;
    return QuickLock{std::move(credential), std::move(salt), std::move(sealed)};
}

Bytes encode(const RecoveryWait& wait) {
    return encode_parts({wait.locked_vault, wait.sealed_author, wait.sealed_identity});
}

Result<RecoveryWait> decode_recovery_wait(ByteView row) {
    auto parts = decode_parts(row);
    if (!parts) return pass_on(parts.error());
    auto& [locked_vault, sealed_author, sealed_identity] = *parts;
    return RecoveryWait{std::move(locked_vault), std::move(sealed_author), std::move(sealed_identity)};
}

}  // namespace daybook
