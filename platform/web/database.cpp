// Databases and statements as handles of the worker's SQLite, and its result codes in plain words.
// Never puts SQL, or a value that was bound, into an error.
#include "platform/web/database.h"

#include <algorithm>
#include <map>
#include <utility>

#include "platform/web/engine_calls.h"

namespace daybook {
namespace {

// SQLite's primary result codes (https://www.sqlite.org/rescode.html), those that mean something different to us.
enum SqliteResult : int {
    sqlite_ok = 0,
    sqlite_busy = 5,
    sqlite_locked = 6,
    sqlite_no_memory = 7,
    sqlite_read_only = 8,
    sqlite_io_error = 10,
    sqlite_corrupt = 11,
    sqlite_full = 13,
    sqlite_cannot_open = 14,
    sqlite_too_big = 18,
    sqlite_not_a_database = 26,
    sqlite_row = 100,
    sqlite_done = 101,
};

Error error_of(int code) {
    switch (code & 255) {
        case sqlite_corrupt:
            return {Errc::corrupt, "The database is damaged."};
        case sqlite_not_a_database:
            return {Errc::corrupt, "This is not a database."};
        // The pool's file system has no word for a full disk: a write that finds no room is an I/O error there.
        case sqlite_io_error:
            return {Errc::full, "The browser's storage did not take the data. It may be full."};
        case sqlite_full:
            return {Errc::full, "There is no room left in the browser's storage."};
        case sqlite_busy:
        case sqlite_locked:
            return {Errc::busy, "The database is in use elsewhere."};
        case sqlite_cannot_open:
            return {Errc::storage, "The browser's storage did not open the database."};
        case sqlite_no_memory:
            return {Errc::storage, "There was not enough memory for the database."};
        case sqlite_read_only:
            return {Errc::storage, "The database can only be read."};
        case sqlite_too_big:
            return {Errc::invalid, "This is more than the database takes at once."};
        default:
            return {Errc::storage, "The database answered with error " + std::to_string(code) + "."};
    }
}

Result<void> outcome(int code) {
    if (code == sqlite_ok) return {};
    return pass_on(error_of(code));
}

class WebStatement : public Statement {
public:
    explicit WebStatement(int handle) : handle_(handle) {}
    WebStatement(const WebStatement&) = delete;
    WebStatement& operator=(const WebStatement&) = delete;
    ~WebStatement() override { daybook_statement_finalize(handle_); }

    Result<void> bind_integer(int parameter, std::int64_t value) override {
        return outcome(daybook_statement_bind_integer(handle_, parameter, &value));
    }
    Result<void> bind_text(int parameter, std::string_view value) override {
        return outcome(daybook_statement_bind_text(handle_, parameter, value.data(), value.size()));
    }
    Result<void> bind_blob(int parameter, ByteView value) override {
        return outcome(daybook_statement_bind_blob(handle_, parameter, value.data(), value.size()));
    }
    Result<void> bind_null(int parameter) override { return outcome(daybook_statement_bind_null(handle_, parameter)); }

    Result<bool> step() override {
        columns_.clear();
        const int code = daybook_statement_step(handle_);
        if (code == sqlite_row) return true;
        if (code == sqlite_done) return false;
        return pass_on(error_of(code));
    }
    Result<void> reset() override {
        columns_.clear();
        return outcome(daybook_statement_reset(handle_));
    }

    [[nodiscard]] bool column_is_null(int column) override {
        return daybook_statement_column_is_null(handle_, column) != 0;
    }
    [[nodiscard]] std::int64_t column_integer(int column) override {
        std::int64_t value = 0;
        daybook_statement_column_integer(handle_, column, &value);
        return value;
    }
    [[nodiscard]] std::string_view column_text(int column) override {
        return as_text(keep(column, daybook_statement_column_text(handle_, column)));
    }
    [[nodiscard]] ByteView column_blob(int column) override {
        return keep(column, daybook_statement_column_blob(handle_, column));
    }

private:
    /// Views of one row live side by side, so each column has its own bytes, which a map does not move.
    ByteView keep(int column, int size) {
        Bytes& bytes = columns_[column];
        bytes.resize(static_cast<std::size_t>(size));
        if (size > 0) daybook_statement_column_copy(handle_, bytes.data());
        return bytes;
    }

    int handle_;
    std::map<int, Bytes> columns_;
};

class WebDatabase : public Database {
public:
    explicit WebDatabase(int handle) : handle_(handle) {}
    WebDatabase(const WebDatabase&) = delete;
    WebDatabase& operator=(const WebDatabase&) = delete;
    ~WebDatabase() override { daybook_database_close(handle_); }

    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        const int handle = daybook_statement_prepare(handle_, sql.data(), sql.size());
        if (handle <= 0) return pass_on(error_of(-handle));
        return std::make_unique<WebStatement>(handle);
    }
    Result<void> execute(std::string_view sql) override {
        return outcome(daybook_database_execute(handle_, sql.data(), sql.size()));
    }
    Result<void> keep_wal_on_close() override { return outcome(daybook_database_keep_wal(handle_)); }
    Result<Bytes> serialize() override {
        const int size = daybook_database_serialize(handle_);
        if (size < 0) return pass_on(error_of(-size));
        Bytes bytes(static_cast<std::size_t>(size));
        daybook_database_take(bytes.data());
        return bytes;
    }

private:
    int handle_;
};

Result<std::unique_ptr<Database>> opened(int handle) {
    if (handle <= 0) return pass_on(error_of(-handle));
    return std::make_unique<WebDatabase>(handle);
}

}  // namespace

Keeping WebDatabases::keeping() const {
    return daybook_database_keeps_files() ? Keeping::files : Keeping::nothing;
}

Result<std::vector<std::string>> WebDatabases::stored() {
    const int size = daybook_database_stored();
    if (size < 0) return pass_on(error_of(-size));
    std::string text(static_cast<std::size_t>(size), ' ');
    daybook_answer_copy(reinterpret_cast<std::uint8_t*>(text.data()));
    std::vector<std::string> names;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        names.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}
Result<std::unique_ptr<Database>> WebDatabases::open_stored(std::string_view name) {
    return opened(daybook_database_open_stored(name.data(), name.size()));
}
Result<std::string> WebDatabases::set_aside(std::string_view name) {
    const int size = daybook_database_set_aside(name.data(), name.size());
    if (size < 0) return pass_on(error_of(-size));
    std::string text(static_cast<std::size_t>(size), ' ');
    daybook_answer_copy(reinterpret_cast<std::uint8_t*>(text.data()));
    return text;
}
Result<void> WebDatabases::remove(std::string_view name) {
    return outcome(daybook_database_remove(name.data(), name.size()));
}
Result<std::unique_ptr<Database>> WebDatabases::open_in_memory() {
    return opened(daybook_database_open_in_memory());
}
Result<std::unique_ptr<Database>> WebDatabases::open_untrusted(ByteView image) {
    return opened(daybook_database_open_untrusted(image.data(), image.size()));
}

}  // namespace daybook
