// How the notebook's database is set up: its names, its settings, its tables, and what a file says of itself.
// Never opens with settings that could lose what was committed: every one is read back.
#include "core/engine/schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <span>

namespace daybook {
namespace {

constexpr std::int64_t application_id = 0x44'61'79'62;  // "Dayb"
constexpr std::int64_t schema_version = 2;

constexpr std::string_view schema = R"sql(
    CREATE TABLE meta(
        kind INTEGER NOT NULL, inspection BLOB NOT NULL, device BLOB NOT NULL, number INTEGER NOT NULL,
        sealed BLOB NOT NULL, PRIMARY KEY(kind, inspection, device, number)) WITHOUT ROWID;
    CREATE TABLE revision(
        inspection BLOB NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL,
        sealed BLOB NOT NULL, PRIMARY KEY(inspection, device, seq));
    CREATE TABLE attachment(
        inspection BLOB NOT NULL, device BLOB NOT NULL, number INTEGER NOT NULL,
        sealed BLOB NOT NULL, PRIMARY KEY(inspection, device, number));
    CREATE TABLE attempt(count INTEGER NOT NULL, last_unix_ms INTEGER NOT NULL);
)sql";

/// A setting, and what it must read back as.
struct Pragma {
    std::string_view set;
    std::string_view read;
    std::string_view expected;
};

constexpr Pragma exclusive{"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA locking_mode", "exclusive"};
constexpr Pragma reading_only{"PRAGMA query_only=ON", "PRAGMA query_only", "1"};
constexpr Pragma foreign_keys{"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"};
// What an erasure deletes is overwritten.
constexpr Pragma secure_delete{"PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1"};
// What is in memory has no log, and nothing to be flushed to.
constexpr std::array in_memory = {
    Pragma{"PRAGMA journal_mode=MEMORY", "PRAGMA journal_mode", "memory"},
    foreign_keys,
    secure_delete,
};
constexpr std::array on_disk = {
    Pragma{"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal"},
    Pragma{"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
    foreign_keys,
    // Only a cap: checkpoints run while nobody types. 4,000 pages are 16 MB of log.
    Pragma{"PRAGMA wal_autocheckpoint=4000", "PRAGMA wal_autocheckpoint", "4000"},
    secure_delete,
};

Result<void> set(Database& database, const Pragma& pragma) {
    if (auto done = database.execute(pragma.set); !done) return done;
    const auto now = read_text(database, pragma.read);
    if (!now) return pass_on(now.error());
    if (*now == pragma.expected) return {};
    return fail(Errc::storage,
                std::format("The database does not keep its setting “{}” (it says “{}”).", pragma.set, *now));
}

/// The N of "daybook-N.db"; 0 for any other name.
std::uint64_t version_of(std::string_view name) {
    constexpr std::string_view before = "daybook-";
    constexpr std::string_view after = ".db";
    if (!name.starts_with(before) || !name.ends_with(after) || name.size() <= before.size() + after.size()) return 0;
    name = name.substr(before.size(), name.size() - before.size() - after.size());
    std::uint64_t version = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), version);
    return failure == std::errc{} && end == name.data() + name.size() ? version : 0;
}

Result<void> run_check(Database& database, std::string_view pragma) {
    const auto said = read_text(database, pragma);
    if (!said) return pass_on(said.error());
    if (*said != "ok") return fail(Errc::corrupt, "The database is damaged.");
    return {};
}

}  // namespace

std::string later_database(const std::vector<std::string>& names) {
    const auto latest = std::ranges::max_element(names, {}, version_of);
    if (latest == names.end() || version_of(*latest) <= static_cast<std::uint64_t>(schema_version)) return {};
    return *latest;
}

Result<void> lock_file(Database& database) {
    if (auto done = set(database, exclusive); !done) return done;
    // Of no effect on a database that has pages already.
    if (auto done = database.execute("PRAGMA page_size=4096"); !done) return done;
    return database.keep_wal_on_close();
}

Result<void> configure(Database& database, Keeping keeping) {
    const std::span<const Pragma> pragmas = keeping == Keeping::files ? std::span<const Pragma>(on_disk) : in_memory;
    for (const Pragma& pragma : pragmas) {
        if (auto done = set(database, pragma); !done) return done;
    }
    return {};
}

Result<void> allow_reading_only(Database& database) {
    return set(database, reading_only);
}

Result<SchemaState> identify(Database& database) {
    const auto application = read_integer(database, "PRAGMA application_id");
    if (!application) return pass_on(application.error());
    const auto version = read_integer(database, "PRAGMA user_version");
    if (!version) return pass_on(version.error());
    const auto tables = read_integer(database, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return pass_on(tables.error());
    if (*application == 0 && *version == 0 && *tables == 0) return SchemaState::empty;
    if (*application != application_id) {
        return fail(Errc::corrupt, "The file in the notebook's place is a database of another program.");
    }
    if (*version > schema_version) return SchemaState::later;
    if (*version == schema_version) return SchemaState::current;
    if (*version == 1) return SchemaState::first;
    return fail(Errc::corrupt, "The database does not say which version of Daybook made it.");
}

Result<void> make_tables(Database& database) {
    return database.execute(schema);
}

Result<void> declare_complete(Database& database) {
    return database.execute(
        std::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, schema_version));
}

Result<void> check_pages(Database& database) {
    return run_check(database, "PRAGMA quick_check(1)");
}

Result<void> check_rows(Database& database) {
    return run_check(database, "PRAGMA integrity_check(1)");
}

Result<std::string> read_text(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement.error());
    auto row = (*statement)->step();
    if (!row) return pass_on(row.error());
    return *row ? std::string((*statement)->column_text(0)) : std::string();
}

Result<std::int64_t> read_integer(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement.error());
    auto row = (*statement)->step();
    if (!row) return pass_on(row.error());
    return *row ? (*statement)->column_integer(0) : 0;
}

}  // namespace daybook
