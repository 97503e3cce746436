// Opening databases: our own, one in memory, and a stranger's.
// Never trusts the last: SQLite's advice for untrusted files is followed before its first page is read.
#include "platform/native/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/base/wiped_memory.h"
#include "platform/native/database_connection.h"
#include "platform/native/system.h"

namespace daybook {

namespace {

constexpr std::string_view sqlite_magic("SQLite format 3\0", 16);

/// Says what a file is before SQLite opens it. Through SQLite this would need a read, and a read before the store has
/// set the locking mode would decide where the index of the write-ahead log lives.
Result<void> check_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
        if (errno == ENOENT) return {};
        return system_failure("The database could not be opened", errno);
    }
    struct stat facts{};
    if (::fstat(file.number(), &facts) != 0) return system_failure("The database could not be opened", errno);
    if (S_ISREG(facts.st_mode) && facts.st_size == 0) return {};
    std::array<Byte, sqlite_magic.size()> start{};
    if (!S_ISREG(facts.st_mode) || !read_all_at(file.number(), start, 0) || as_text(start) != sqlite_magic) {
        return fail(Errc::corrupt, "The file " + path + " is not a Daybook database. It was left as it is.");
    }
    return {};
}

/// True if an image begins as a database does and is exactly as long as its header says: SQLite itself reads a page
/// that was cut off as zeros. Source: sqlite.org/fileformat2.html, sections 1.3.2 and 1.3.8.
bool is_whole(ByteView image) {
    constexpr std::size_t header_size = 100;
    if (image.size() < header_size || as_text(image.first(sqlite_magic.size())) != sqlite_magic) return false;
    const auto big_endian = [image](std::size_t at, std::size_t size) {
        std::uint64_t value = 0;
        for (const Byte byte : image.subspan(at, size)) value = value << 8U | byte;
        return value;
    };
    const std::uint64_t page_size = big_endian(16, 2) == 1 ? 65'536 : big_endian(16, 2);
    return image.size() == page_size * big_endian(28, 4);
}

/// A program needs little of SQL to read fixed columns of a few tables; a hostile schema gets no more than that.
/// Source: sqlite.org/security.html, "Untrusted SQLite Database Files".
void limit(sqlite3* handle) {
    constexpr std::array<std::pair<int, int>, 10> limits{{
        {SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 10},
        {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 20},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    }};
    for (const auto& [what, most] : limits) sqlite3_limit(handle, what, most);
}

Result<void> distrust(SqliteDatabase& database) {
    constexpr std::array<std::pair<int, int>, 6> switches{{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    }};
    for (const auto& [option, value] : switches) {
        if (Result<void> set = database.configure(option, value); !set) return set;
    }
    limit(database.handle());
    return database.execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY");
}

Result<void> load(SqliteDatabase& database, ByteView image) {
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    if (copy == nullptr) return fail(Errc::storage, "There is not enough memory to open the file.");
    std::memcpy(copy, image.data(), image.size());
    const auto size = static_cast<sqlite3_int64>(image.size());
    // On failure as well SQLite frees the copy.
    const int code = sqlite3_deserialize(database.handle(), "main", copy, size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) return sqlite_failure(code, DatabaseOrigin::stranger);
    return {};
}

/// True if the only row of a query is `wanted`.
Result<bool> answers(SqliteDatabase& database, std::string_view query, std::string_view wanted) {
    Result<std::unique_ptr<Statement>> statement = database.prepare(query);
    if (!statement) return pass_on(std::move(statement.error()));
    const Result<bool> row = (*statement)->step();
    if (!row) return row;
    return *row && (*statement)->column_text(0) == wanted;
}

/// A virtual table cannot be declared without that word, and is refused: quick_check would run its module on it.
Result<void> examine(SqliteDatabase& database) {
    constexpr std::string_view no_virtual_table = "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%virtual%'";
    for (const auto& [query, wanted] :
         {std::pair(no_virtual_table, std::string_view("0")), {"PRAGMA quick_check(1)", "ok"}}) {
        const Result<bool> sound = answers(database, query, wanted);
        if (!sound) return pass_on(sound.error());
        if (!*sound) return sqlite_failure(SQLITE_CORRUPT, DatabaseOrigin::stranger);
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> NativeDatabases::stored() {
    std::vector<std::string> names;
    std::error_code failure;
    for (const auto& file : std::filesystem::directory_iterator(folder_, failure)) {
        if (file.path().extension() == ".db") names.push_back(file.path().filename().string());
    }
    if (failure) return system_failure("The notebook's folder could not be read", failure.value());
    return names;
}

Result<std::string> NativeDatabases::set_aside(std::string_view name) {
    const std::string from = folder_ + "/" + std::string(name);
    for (int number = 1;; ++number) {
        const std::string to = from + ".aside-" + std::to_string(number);
        if (std::filesystem::exists(to) || std::filesystem::exists(to + "-wal")) continue;
        // The log first: a database without its log is whole up to its last checkpoint, a log without it is nothing.
        if (::rename((from + "-wal").c_str(), (to + "-wal").c_str()) != 0 && errno != ENOENT)
            return system_failure("The damaged notebook could not be kept", errno);
        if (::rename(from.c_str(), to.c_str()) != 0)
            return system_failure("The damaged notebook could not be kept", errno);
        if (Result<void> synced = sync_folder(folder_); !synced) return pass_on(std::move(synced.error()));
        return to;
    }
}

Result<void> NativeDatabases::remove(std::string_view name) {
    const std::string path = folder_ + "/" + std::string(name);
    for (const char* end : {"-wal", ""}) {
        const Descriptor file(::open((path + end).c_str(), O_WRONLY | O_CLOEXEC));
        if (::unlink((path + end).c_str()) != 0 && errno != ENOENT)
            return system_failure("An old file of the notebook could not be removed", errno);
        if (file.is_open()) overwrite_unnamed(file);
    }
    return sync_folder(folder_);
}

Result<std::unique_ptr<Database>> NativeDatabases::open_stored(std::string_view name) {
    const std::string path = folder_ + "/" + std::string(name);
    if (Result<void> checked = check_file(path); !checked) return pass_on(std::move(checked.error()));
    Result<std::unique_ptr<SqliteDatabase>> opened = SqliteDatabase::open(path, DatabaseOrigin::own);
    if (!opened) return pass_on(opened.error().while_doing(path));
    // SQLite syncs the folder for its log, but not for the database itself.
    if (Result<void> synced = sync_folder(folder_); !synced) return pass_on(std::move(synced.error()));
    return std::move(*opened);
}

Result<std::unique_ptr<Database>> NativeDatabases::open_in_memory() {
    Result<std::unique_ptr<SqliteDatabase>> opened = SqliteDatabase::open(":memory:", DatabaseOrigin::own);
    if (!opened) return pass_on(std::move(opened.error()));
    return std::move(*opened);
}

Result<std::unique_ptr<Database>> NativeDatabases::open_untrusted(ByteView image) {
    if (!is_whole(image)) return fail(Errc::corrupt, "There is no database in it, or not all of one.");
    Result<std::unique_ptr<SqliteDatabase>> opened = SqliteDatabase::open(":memory:", DatabaseOrigin::stranger);
    if (!opened) return pass_on(std::move(opened.error()));
    Result<void> ready =
        distrust(**opened).and_then([&] { return load(**opened, image); }).and_then([&] { return examine(**opened); });
    if (!ready) return pass_on(std::move(ready.error()));
    return std::move(*opened);
}

void use_wiped_memory_in_sqlite() {
    // As SQLite's own methods, but for what is given back: https://www.sqlite.org/c3ref/mem_methods.html
    static constexpr sqlite3_mem_methods methods{
        .xMalloc = [](int size) { return std::malloc(static_cast<std::size_t>(size)); },
        .xFree = wiped_release,
        .xRealloc = [](void* memory, int size) { return wiped_resize(memory, static_cast<std::size_t>(size)); },
        .xSize = [](void* memory) { return memory == nullptr ? 0 : static_cast<int>(size_of_memory(memory)); },
        .xRoundup = [](int size) { return (size + 7) / 8 * 8; },
        .xInit = [](void*) { return SQLITE_OK; },
        .xShutdown = [](void*) {},
        .pAppData = nullptr};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

std::unique_ptr<Databases> native_databases(std::string folder) {
    return std::make_unique<NativeDatabases>(std::move(folder));
}

}  // namespace daybook
