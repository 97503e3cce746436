// The database port over a real SQLite: what it keeps, what it refuses, and how it says so.
// Never needs the store's schema: any table does.
#include <doctest/doctest.h>

#include <sqlite3.h>

#include "platform/native/database.h"
#include "tests/engine/temporary_folder.h"

using namespace daybook;

namespace {

std::unique_ptr<Statement> prepared(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    REQUIRE(statement.has_value());
    return std::move(*statement);
}

std::int64_t number(Database& database, std::string_view sql) {
    const auto statement = prepared(database, sql);
    REQUIRE(statement->step().value());
    return statement->column_integer(0);
}

/// The image of a database that was made with plain SQLite by these statements.
Bytes image_of(const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(handle, "main", &size, 0);
    const Bytes image(bytes, bytes + size);
    sqlite3_free(bytes);
    sqlite3_close(handle);
    return image;
}

constexpr std::string_view plain_table = "CREATE TABLE kept(id INTEGER PRIMARY KEY, words TEXT, bytes BLOB)";

}  // namespace

TEST_CASE("database: what was bound is read again, empty and absent values apart") {
    const TemporaryFolder folder;
    const auto database = NativeDatabases(folder.path()).open_in_memory().value();
    REQUIRE(database->execute(plain_table));
    const auto insert = prepared(*database, "INSERT INTO kept VALUES(?, ?, ?)");
    const Bytes bytes{0, 1, 255};
    REQUIRE(insert->bind_integer(1, INT64_MIN));
    REQUIRE(insert->bind_text(2, std::string_view("Zoë\0after", 10)));
    REQUIRE(insert->bind_blob(3, bytes));
    CHECK_FALSE(insert->step().value());
    REQUIRE(insert->reset());
    REQUIRE(insert->bind_integer(1, 2));
    REQUIRE(insert->bind_text(2, {}));
    REQUIRE(insert->bind_blob(3, {}));
    CHECK_FALSE(insert->step().value());
    REQUIRE(insert->reset());
    REQUIRE(insert->bind_integer(1, 3));
    CHECK_FALSE(insert->step().value());

    const auto rows = prepared(*database, "SELECT id, words, bytes FROM kept ORDER BY id");
    REQUIRE(rows->step().value());
    CHECK(rows->column_integer(0) == INT64_MIN);
    CHECK(rows->column_text(1) == std::string_view("Zoë\0after", 10));
    CHECK(std::ranges::equal(rows->column_blob(2), bytes));
    REQUIRE(rows->step().value());
    CHECK_FALSE(rows->column_is_null(1));
    CHECK(rows->column_text(1).empty());
    CHECK_FALSE(rows->column_is_null(2));
    CHECK(rows->column_blob(2).empty());
    REQUIRE(rows->step().value());
    CHECK(rows->column_is_null(1));
    CHECK(rows->column_is_null(2));
    CHECK_FALSE(rows->step().value());
}

TEST_CASE("database: prepare takes one statement, and an error never repeats it") {
    const TemporaryFolder folder;
    const auto database = NativeDatabases(folder.path()).open_in_memory().value();
    CHECK(database->prepare("SELECT 1; \n ").has_value());
    CHECK(database->prepare("SELECT 1; SELECT 2").error().code == Errc::invalid);
    CHECK(database->prepare("").error().code == Errc::invalid);
    const auto failed = database->execute("INSERT INTO secret_words VALUES('the headteacher said')");
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().what.find("headteacher") == std::string::npos);
    CHECK(failed.error().what.find("secret_words") == std::string::npos);
}

TEST_CASE("database: a row that is there already is a broken rule, not a broken disk") {
    const TemporaryFolder folder;
    const auto database = NativeDatabases(folder.path()).open_in_memory().value();
    REQUIRE(database->execute(plain_table));
    REQUIRE(database->execute("INSERT INTO kept(id) VALUES(1)"));
    CHECK(database->execute("INSERT INTO kept(id) VALUES(1)").error().code == Errc::invalid);
}

TEST_CASE("database: the stored one is there after it was closed, and its log is kept when that is asked for") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    {
        const auto database = databases.open_stored("daybook.db").value();
        REQUIRE(database->execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"));
        REQUIRE(database->keep_wal_on_close());
        REQUIRE(database->execute(plain_table));
        REQUIRE(database->execute("INSERT INTO kept(id) VALUES(41)"));
    }
    CHECK(std::filesystem::file_size(folder.file("daybook.db-wal")) > 0);
    const auto again = databases.open_stored("daybook.db").value();
    CHECK(number(*again, "SELECT id FROM kept") == 41);
}

TEST_CASE("database: opening the stored one leaves the choice of locking and page size to the store") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    for (int round = 0; round < 2; ++round) {
        const auto database = databases.open_stored("daybook.db").value();
        REQUIRE(database->execute("PRAGMA page_size=1024; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL"));
        REQUIRE(database->execute("CREATE TABLE IF NOT EXISTS kept(id INTEGER)"));
        CHECK(number(*database, "PRAGMA page_size") == 1024);
        CHECK_FALSE(std::filesystem::exists(folder.file("daybook.db-shm")));
    }
}

TEST_CASE("database: a stored file that is no database is refused and left as it is") {
    const TemporaryFolder folder;
    const std::string path = folder.file("daybook.db");
    const Bytes foreign(100, 'x');
    put_file(path, foreign);
    const auto opened = NativeDatabases(folder.path()).open_stored("daybook.db");
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == Errc::corrupt);
    CHECK(opened.error().what.find("is not a Daybook database") != std::string::npos);
    CHECK(file_bytes(path) == foreign);

    put_file(path, as_bytes("short"));
    CHECK(NativeDatabases(folder.path()).open_stored("daybook.db").error().code == Errc::corrupt);
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    CHECK(NativeDatabases(folder.path()).open_stored("daybook.db").error().code == Errc::corrupt);
    CHECK(NativeDatabases(folder.file("none")).open_stored("daybook.db").error().code == Errc::storage);
}

TEST_CASE("database: a serialized one is opened as a stranger's, and cannot be written to") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    const auto made = databases.open_in_memory().value();
    REQUIRE(made->execute(plain_table));
    REQUIRE(made->execute("INSERT INTO kept(id) VALUES(7)"));
    const Bytes image = made->serialize().value();
    const auto opened = databases.open_untrusted(image).value();
    CHECK(number(*opened, "SELECT id FROM kept") == 7);
    CHECK_FALSE(opened->execute("INSERT INTO kept(id) VALUES(8)").has_value());
    CHECK_FALSE(opened->execute("ATTACH ':memory:' AS other").has_value());
    CHECK(number(*opened, "PRAGMA cell_size_check") == 1);
    CHECK(opened->serialize().value() == image);
}

TEST_CASE("database: a stranger's triggers, views and virtual tables do not run") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    const Bytes with_view = image_of("CREATE TABLE t(x); INSERT INTO t VALUES(1); CREATE VIEW v AS SELECT x FROM t;");
    const auto opened = databases.open_untrusted(with_view).value();
    CHECK(number(*opened, "SELECT x FROM t") == 1);
    CHECK(opened->prepare("SELECT x FROM v").error().code == Errc::corrupt);

    const Bytes with_module = image_of("CREATE VIRTUAL TABLE words USING fts5(body)");
    CHECK(databases.open_untrusted(with_module).error().code == Errc::corrupt);
}

TEST_CASE("database: what lacks a table, or is no database, or is cut, is damaged, whatever SQLite calls it") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    const Bytes image = image_of("CREATE TABLE t(x); INSERT INTO t VALUES(randomblob(9000)), (randomblob(9000));");
    CHECK(databases.open_untrusted(image)->get()->prepare("SELECT y FROM revision").error().code == Errc::corrupt);
    CHECK(databases.open_untrusted({}).error().code == Errc::corrupt);
    CHECK(databases.open_untrusted(as_bytes("PK\3\4 something else entirely")).error().code == Errc::corrupt);
    for (std::size_t size = 0; size < image.size(); size += 127) {
        CAPTURE(size);
        const auto cut = databases.open_untrusted(ByteView(image).first(size));
        REQUIRE_FALSE(cut.has_value());
        CHECK(cut.error().code == Errc::corrupt);
    }
}

TEST_CASE("database: any one damaged byte of a stranger's is found or harmless") {
    const TemporaryFolder folder;
    NativeDatabases databases(folder.path());
    const Bytes image = image_of(
        "PRAGMA page_size=512; CREATE TABLE t(x, y); CREATE INDEX i ON t(x);"
        "INSERT INTO t VALUES(1, 'one'), (2, 'two'), (3, randomblob(2000));");
    std::size_t refused = 0;
    for (std::size_t at = 0; at < image.size(); ++at) {
        Bytes damaged = image;
        damaged[at] ^= 0xffU;
        const auto opened = databases.open_untrusted(damaged);
        if (!opened) {
            ++refused;
            continue;
        }
        const auto rows = (*opened)->prepare("SELECT x, y FROM t ORDER BY x");
        if (!rows) continue;
        for (int row = 0; row < 100; ++row) {
            const auto more = (*rows)->step();
            if (!more || !*more) break;
            std::ignore = (*rows)->column_blob(1).size();
        }
    }
    CHECK(refused > image.size() / 20);
}
