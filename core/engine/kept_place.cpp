// The one row that says where somebody was in the app, sealed: how it is written, read and taken away.
// Never of a copy or a bundle: without it the notebook opens at Today, with every word.
#include "core/engine/kept_place.h"

#include "core/log/cbor.h"

namespace daybook {
namespace {

/// False in a notebook that has kept none yet, as those have that an earlier version made.
bool has_table(Database& database) {
    auto find = database.prepare("SELECT 1 FROM sqlite_schema WHERE type='table' AND name='place'");
    if (!find) return false;
    const auto there = (*find)->step();
    return there && *there;
}

}  // namespace

Result<void> write_place(Database& database, ByteView sealed) {
    auto emptied = database.execute("CREATE TABLE IF NOT EXISTS place(sealed BLOB NOT NULL); DELETE FROM place");
    if (!emptied) return emptied;
    auto insert = database.prepare("INSERT INTO place(sealed) VALUES(?)");
    if (!insert) return pass_on(insert.error());
    if (auto bound = (*insert)->bind_blob(1, sealed); !bound) return bound;
    if (auto stepped = (*insert)->step(); !stepped) return pass_on(stepped.error());
    return {};
}

std::optional<Bytes> read_place(Database& database) {
    if (!has_table(database)) return std::nullopt;
    auto find = database.prepare("SELECT sealed FROM place");
    if (!find) return std::nullopt;
    const auto there = (*find)->step();
    if (!there || !*there) return std::nullopt;
    const ByteView sealed = (*find)->column_blob(0);
    return Bytes(sealed.begin(), sealed.end());
}

Result<void> forget_place(Database& database) {
    return has_table(database) ? database.execute("DELETE FROM place") : Result<void>{};
}

Bytes associated_data_of_place() {
    CborWriter writer;
    writer.array(1);
    writer.text("daybook place 1");
    return std::move(writer).take();
}

}  // namespace daybook
