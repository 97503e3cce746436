#include "core/engine/store.h"

#include <array>
#include <format>
#include <string>
#include <string_view>

namespace daybook {
namespace {

constexpr std::int64_t application_id = 0x44'61'79'62;  // "Dayb"
constexpr std::int64_t schema_version = 1;

constexpr std::string_view schema = R"sql(
    CREATE TABLE meta(
        kind INTEGER NOT NULL, inspection BLOB NOT NULL, device BLOB NOT NULL, number INTEGER NOT NULL,
        sealed BLOB NOT NULL, PRIMARY KEY(kind, inspection, device, number)) WITHOUT ROWID;
    CREATE TABLE revision(
        inspection BLOB NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL,
        sealed BLOB NOT NULL, PRIMARY KEY(inspection, device, seq));
)sql";

/// A setting, and what it must read back as.
struct Pragma {
    std::string_view set;
    std::string_view read;
    std::string_view expected;
};

// The order matters: WAL without shared memory needs the exclusive lock first.
constexpr std::array pragmas = {
    Pragma{"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA locking_mode", "exclusive"},
    Pragma{"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal"},
    Pragma{"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
    Pragma{"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
};

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

Result<void> configure(Database& database) {
    for (const Pragma& pragma : pragmas) {
        if (auto done = database.execute(pragma.set); !done) return done;
        const auto now = read_text(database, pragma.read);
        if (!now) return pass_on(now.error());
        if (*now != pragma.expected) {
            return fail(Errc::storage,
                        std::format("The database does not keep its setting “{}” (it says “{}”).", pragma.set, *now));
        }
    }
    return database.keep_wal_on_close();
}

Result<void> make_schema(Database& database) {
    auto done =
        database.execute(std::format("BEGIN IMMEDIATE; {} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT",
                                     schema, application_id, schema_version));
    if (!done) {
        // A failed statement may leave the transaction open; whether it did does not change what is reported.
        static_cast<void>(database.execute("ROLLBACK"));
    }
    return done;
}

Result<void> check_identity(Database& database) {
    const auto application = read_integer(database, "PRAGMA application_id");
    if (!application) return pass_on(application.error());
    const auto version = read_integer(database, "PRAGMA user_version");
    if (!version) return pass_on(version.error());
    const auto tables = read_integer(database, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return pass_on(tables.error());
    if (*application == 0 && *version == 0 && *tables == 0) return make_schema(database);
    if (*application != application_id) {
        return fail(Errc::corrupt,
                    "The file in the notebook's place is a database of another program. It was left as it is.");
    }
    if (*version > schema_version) {
        return fail(Errc::newer,
                    "This notebook was written by a later version of Daybook. It was left as it is; "
                    "open it with that version.");
    }
    return {};
}

Result<void> bind_place(Statement& statement, const Row& row) {
    const RowPlace& place = row.place;
    int parameter = 0;
    if (place.kind != RowKind::revision) {
        if (auto bound = statement.bind_integer(++parameter, static_cast<std::int64_t>(place.kind)); !bound)
            return bound;
    }
    if (auto bound = statement.bind_blob(++parameter, place.inspection.bytes); !bound) return bound;
    if (auto bound = statement.bind_blob(++parameter, place.device.bytes); !bound) return bound;
    return statement.bind_integer(++parameter, static_cast<std::int64_t>(place.number));
}

int sealed_parameter(const Row& row) {
    return row.place.kind == RowKind::revision ? 4 : 5;
}

std::string_view insert_sql(const Row& row) {
    return row.place.kind == RowKind::revision
               ? "INSERT OR IGNORE INTO revision(inspection, device, seq, sealed) VALUES(?, ?, ?, ?)"
               : "INSERT OR IGNORE INTO meta(kind, inspection, device, number, sealed) VALUES(?, ?, ?, ?, ?)";
}

std::string_view find_sql(const Row& row) {
    return row.place.kind == RowKind::revision
               ? "SELECT sealed FROM revision WHERE inspection = ? AND device = ? AND seq = ?"
               : "SELECT sealed FROM meta WHERE kind = ? AND inspection = ? AND device = ? AND number = ?";
}

/// Puts one row, and makes sure that what stands in its place is that row.
Result<void> put_row(Database& database, const Row& row) {
    auto insert = database.prepare(insert_sql(row));
    if (!insert) return pass_on(insert.error());
    if (auto bound = bind_place(**insert, row); !bound) return bound;
    if (auto bound = (*insert)->bind_blob(sealed_parameter(row), row.sealed); !bound) return bound;
    if (auto stepped = (*insert)->step(); !stepped) return pass_on(stepped.error());

    auto find = database.prepare(find_sql(row));
    if (!find) return pass_on(find.error());
    if (auto bound = bind_place(**find, row); !bound) return bound;
    auto there = (*find)->step();
    if (!there) return pass_on(there.error());
    if (!*there || !std::ranges::equal((*find)->column_blob(0), row.sealed)) {
        return fail(Errc::corrupt, "Another change stands where this one belongs.");
    }
    return {};
}

Result<void> read_rows(Database& database, std::string_view sql, const std::function<void(Row)>& take) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement.error());
    Statement& rows = **statement;
    for (;;) {
        auto more = rows.step();
        if (!more) return pass_on(more.error());
        if (!*more) return {};
        const auto inspection = InspectionId::from_bytes(rows.column_blob(1));
        const auto device = DeviceId::from_bytes(rows.column_blob(2));
        const std::int64_t number = rows.column_integer(3);
        if (!inspection || !device || number < 0)
            return fail(Errc::corrupt, "A row of the notebook has lost its place.");
        const auto kind = row_kind(static_cast<std::uint64_t>(rows.column_integer(0)));
        if (!kind) {
            return fail(Errc::newer,
                        "This notebook was written by a later version of Daybook. It was left as it is; "
                        "open it with that version.");
        }
        const ByteView sealed = rows.column_blob(4);
        take(Row{{*kind, *inspection, *device, static_cast<std::uint64_t>(number)},
                 Bytes(sealed.begin(), sealed.end())});
    }
}

}  // namespace

Result<Store> Store::open(Databases& databases) {
    auto database = databases.open_stored("daybook.db");
    if (!database) return pass_on(database.error().while_doing("Opening the notebook"));
    // Of no effect on a database that has pages already.
    if (auto done = (*database)->execute("PRAGMA page_size=4096"); !done) {
        return pass_on(done.error().while_doing("Opening the notebook"));
    }
    if (auto configured = configure(**database); !configured) {
        return pass_on(configured.error().while_doing("Opening the notebook"));
    }
    if (auto checked = check_identity(**database); !checked) return pass_on(checked.error());
    return Store(std::move(*database));
}

Result<void> Store::put(const std::vector<Row>& rows) {
    if (auto begun = database_->execute("BEGIN IMMEDIATE"); !begun) return begun;
    Result<void> done;
    for (const Row& row : rows) {
        done = put_row(*database_, row);
        if (!done) break;
    }
    if (done) done = database_->execute("COMMIT");
    // After a failure SQLite may have rolled back by itself; then this fails, and nothing more is to be undone.
    if (!done) static_cast<void>(database_->execute("ROLLBACK"));
    return done;
}

Result<void> Store::each(const std::function<void(Row)>& take) {
    auto read = read_rows(*database_,
                          "SELECT kind, inspection, device, number, sealed FROM meta "
                          "ORDER BY kind, inspection, device, number",
                          take);
    if (!read) return pass_on(read.error().while_doing("Reading the notebook"));
    read = read_rows(*database_,
                     "SELECT 5, inspection, device, seq, sealed FROM revision "
                     "ORDER BY inspection, device, seq",
                     take);
    if (!read) return pass_on(read.error().while_doing("Reading the notebook"));
    return {};
}

}  // namespace daybook
