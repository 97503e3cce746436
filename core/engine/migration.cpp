// From the first schema's file to this one's: every row is copied, counted and compared.
// Never changes the file that it copies from, and never declares anything complete: that is the last statement's.
#include "core/engine/migration.h"

#include <cstdint>

#include "core/crypto/primitives.h"
#include "core/engine/row_statements.h"

namespace daybook {
namespace {

/// How many rows there are, and a hash over all of them, one after the other.
struct Summary {
    std::uint64_t rows = 0;
    Hash32 hash{};
    bool operator==(const Summary&) const = default;

    void add(const Row& row) {
        ++rows;
        Bytes chained(hash.begin(), hash.end());
        append(chained, blake2b_256(encode_batch({row})));
        hash = blake2b_256(chained);
    }
};

}  // namespace

Result<void> copy_rows(Database& from, SchemaState state, Database& to) {
    Summary read;
    Result<void> written;
    RowWriter writer(to);
    const auto copy = [&](const Row& row) {
        read.add(row);
        if (written) written = writer.put(row);
    };
    if (auto done = read_rows(from, state, Attachments::with, copy, {}); !done) return done;
    if (!written) return written;
    Summary found;
    const auto count = [&](const Row& row) { found.add(row); };
    if (auto done = read_rows(to, SchemaState::current, Attachments::with, count, {}); !done) return done;
    if (found == read) return {};
    return fail(Errc::storage, "The notebook could not be copied for this version of Daybook. It is as it was.");
}

}  // namespace daybook
