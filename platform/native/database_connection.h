// One SQLite connection and its statements.
// Never repeats SQL or values in an error: they may be what an inspector wrote.
#pragma once

#include <sqlite3.h>

#include <string>

#include "platform/database.h"

namespace daybook {

/// Whose database it is decides what an error means: in a stranger's, an unknown table is damage.
enum class DatabaseOrigin { own, stranger };

[[nodiscard]] std::unexpected<Error> sqlite_failure(int code, DatabaseOrigin origin);

class SqliteDatabase : public Database {
public:
    /// `name` is a path or ":memory:".
    [[nodiscard]] static Result<std::unique_ptr<SqliteDatabase>> open(const std::string& name, DatabaseOrigin origin);
    ~SqliteDatabase() override;
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override;
    Result<void> execute(std::string_view sql) override;
    Result<void> keep_wal_on_close() override;
    Result<Bytes> serialize() override;

    [[nodiscard]] sqlite3* handle() const { return handle_; }
    /// Sets one of SQLite's switches (SQLITE_DBCONFIG_...) and reads it back. Errc::storage if it does not hold.
    Result<void> configure(int option, int value);

private:
    SqliteDatabase(sqlite3* handle, DatabaseOrigin origin) : handle_(handle), origin_(origin) {}

    sqlite3* handle_;
    DatabaseOrigin origin_;
};

}  // namespace daybook
