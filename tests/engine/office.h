// The office's side of a bundle, for tests: a key, and a look at the database as any SQLite tool would have it.
// Never through the bundle's own reader.
#pragma once

#include "bench.h"
#include "core/crypto/age/age.h"

namespace daybook::bench {

inline age::Identity new_office(Run& run) {
    return age::new_identity([&](std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = run.id<ItemId>().bytes.front();
    });
}

inline age::Keys keys_of(const age::Identity& identity) {
    age::Keys keys;
    keys.identities.push_back({identity.key.copy()});
    return keys;
}

inline std::string one_text(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    REQUIRE(statement);
    auto row = (*statement)->step();
    REQUIRE(row);
    REQUIRE(*row);
    return std::string((*statement)->column_text(0));
}

/// The database as any SQLite tool would open it: from a file, with nothing switched off.
inline std::unique_ptr<Database> open_as_a_file(const Folder& folder, ByteView image) {
    std::ofstream(folder.file("daybook.db"), std::ios::binary)
        .write(reinterpret_cast<const char*>(image.data()), static_cast<std::streamsize>(image.size()));
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored("daybook.db");
    REQUIRE(database);
    return std::move(*database);
}

}  // namespace daybook::bench
