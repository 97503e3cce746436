// One SQLite connection and its statements.
// Never repeats SQL or values in an error: they may be what an inspector wrote.
#include "platform/native/database_connection.h"

#include <limits>

namespace daybook {

namespace {

constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

class SqliteStatement : public Statement {
public:
    SqliteStatement(sqlite3_stmt* handle, DatabaseOrigin origin) : handle_(handle), origin_(origin) {}
    ~SqliteStatement() override { sqlite3_finalize(handle_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    Result<void> bind_integer(int parameter, std::int64_t value) override {
        return said(sqlite3_bind_int64(handle_, parameter, value));
    }
    Result<void> bind_text(int parameter, std::string_view value) override {
        const char* text = value.data() == nullptr ? "" : value.data();  // SQLite takes a null pointer for NULL
        return said(sqlite3_bind_text64(handle_, parameter, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    Result<void> bind_blob(int parameter, ByteView value) override {
        if (value.empty()) return said(sqlite3_bind_zeroblob(handle_, parameter, 0));
        return said(sqlite3_bind_blob64(handle_, parameter, value.data(), value.size(), SQLITE_TRANSIENT));
    }
    Result<void> bind_null(int parameter) override { return said(sqlite3_bind_null(handle_, parameter)); }

    Result<bool> step() override {
        const int code = sqlite3_step(handle_);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        return sqlite_failure(code, origin_);
    }
    Result<void> reset() override {
        sqlite3_reset(handle_);  // repeats the failure of the last step, which was reported then
        return said(sqlite3_clear_bindings(handle_));
    }

    bool column_is_null(int column) override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
    std::int64_t column_integer(int column) override { return sqlite3_column_int64(handle_, column); }
    std::string_view column_text(int column) override {
        const unsigned char* text = sqlite3_column_text(handle_, column);  // before its size is asked for
        if (text == nullptr) return {};
        return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }
    ByteView column_blob(int column) override {
        const void* blob = sqlite3_column_blob(handle_, column);
        if (blob == nullptr) return {};
        return {static_cast<const Byte*>(blob), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }

private:
    [[nodiscard]] Result<void> said(int code) const {
        if (code == SQLITE_OK) return {};
        return sqlite_failure(code, origin_);
    }

    sqlite3_stmt* handle_;
    DatabaseOrigin origin_;
};

std::unexpected<Error> own_failure(int code) {
    // A quota is not a full disk to SQLite, and neither is a limit on a file's size.
    if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE) {
        return fail(Errc::full, "The disk did not take the data. It may be full.");
    }
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return fail(Errc::corrupt, "The file is not a Daybook database.");
        case SQLITE_CORRUPT:
            return fail(Errc::corrupt, "The database is damaged.");
        case SQLITE_FULL:
            return fail(Errc::full, "There is no room left on the disk.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return fail(Errc::busy, "The database is in use by another program.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return fail(Errc::storage, "The database may not be written to.");
        case SQLITE_CANTOPEN:
            return fail(Errc::storage, "The database could not be opened.");
        case SQLITE_IOERR:
            return fail(Errc::storage, "The disk could not be read or written.");
        case SQLITE_NOMEM:
            return fail(Errc::storage, "There is not enough memory.");
        case SQLITE_TOOBIG:
            return fail(Errc::invalid, "That is too large for the database.");
        case SQLITE_CONSTRAINT:
            return fail(Errc::invalid, "The database holds something else in that place already.");
        default:
            return fail(Errc::storage, "The database refused what was asked of it (SQLite says: " +
                                           std::string(sqlite3_errstr(code)) + ").");
    }
}

}  // namespace

std::unexpected<Error> sqlite_failure(int code, DatabaseOrigin origin) {
    if (origin == DatabaseOrigin::stranger && (code & 0xff) != SQLITE_NOMEM) {
        return fail(Errc::corrupt, "The database in it is damaged, or is not one of Daybook's.");
    }
    return own_failure(code);
}

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const std::string& name, DatabaseOrigin origin) {
    sqlite3* handle = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close_v2(handle);
        return sqlite_failure(code, origin);
    }
    return std::unique_ptr<SqliteDatabase>(new SqliteDatabase(handle, origin));
}

SqliteDatabase::~SqliteDatabase() {
    sqlite3_close_v2(handle_);  // waits for statements that are still there
}

Result<std::unique_ptr<Statement>> SqliteDatabase::prepare(std::string_view sql) {
    if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return own_failure(SQLITE_TOOBIG);
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const unsigned flags = origin_ == DatabaseOrigin::stranger ? SQLITE_PREPARE_NO_VTAB : 0;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), flags, &statement, &tail);
    if (code != SQLITE_OK) return sqlite_failure(code, origin_);
    auto prepared = std::make_unique<SqliteStatement>(statement, origin_);
    const bool one_statement =
        statement != nullptr && is_blank(sql.substr(static_cast<std::size_t>(tail - sql.data())));
    if (!one_statement) return fail(Errc::invalid, "One statement was expected.");
    return prepared;
}

Result<void> SqliteDatabase::execute(std::string_view sql) {
    const int code = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(code, origin_);
    return {};
}

Result<void> SqliteDatabase::configure(int option, int value) {
    int now = -1;
    const int code = sqlite3_db_config(handle_, option, value, &now);
    if (code != SQLITE_OK || now != value) {
        return fail(Errc::storage, "This version of SQLite lacks a setting that Daybook needs.");
    }
    return {};
}

Result<void> SqliteDatabase::keep_wal_on_close() {
    return configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
}

Result<Bytes> SqliteDatabase::serialize() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> image(sqlite3_serialize(handle_, "main", &size, 0),
                                                                sqlite3_free);
    if (image == nullptr && size != 0) return sqlite_failure(SQLITE_NOMEM, origin_);
    if (image == nullptr) return Bytes{};
    return Bytes(image.get(), image.get() + size);
}

}  // namespace daybook
