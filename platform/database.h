// SQLite as the engine sees it: synchronous, the same on every platform.
// Never knows a table: schema and statements live in core.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

/// A prepared statement. Parameters and columns count as SQLite counts: from 1 and from 0.
/// Views that a column gives are good until the next step, reset or destruction.
class Statement {
public:
    virtual ~Statement() = default;
    virtual Result<void> bind_integer(int parameter, std::int64_t value) = 0;
    virtual Result<void> bind_text(int parameter, std::string_view value) = 0;
    virtual Result<void> bind_blob(int parameter, ByteView value) = 0;
    virtual Result<void> bind_null(int parameter) = 0;
    /// True while there is a row to read, false at the end.
    virtual Result<bool> step() = 0;
    /// Ready to be bound and stepped again; bindings are cleared.
    virtual Result<void> reset() = 0;
    [[nodiscard]] virtual bool column_is_null(int column) = 0;
    [[nodiscard]] virtual std::int64_t column_integer(int column) = 0;
    [[nodiscard]] virtual std::string_view column_text(int column) = 0;
    [[nodiscard]] virtual ByteView column_blob(int column) = 0;
};

class Database {
public:
    virtual ~Database() = default;
    virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
    /// Runs one or more statements whose rows do not matter.
    virtual Result<void> execute(std::string_view sql) = 0;
    /// SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, read back. Errc::storage if it does not hold.
    virtual Result<void> keep_wal_on_close() = 0;
    /// The database's bytes (sqlite3_serialize).
    virtual Result<Bytes> serialize() = 0;
};

/// Where what `Databases::open_stored` gives lies.
enum class Keeping : std::uint8_t {
    files,    ///< on disk, until it is removed
    nothing,  ///< in memory: nothing of it outlives the program, and the second copy is all that does
};

/// Opens databases. Errors: Errc::corrupt for a file that is no database, Errc::full, Errc::busy, Errc::storage.
class Databases {
public:
    virtual ~Databases() = default;
    /// Of all files alike, for as long as this lives. With Keeping::nothing none is ever there before it is opened.
    [[nodiscard]] virtual Keeping keeping() const { return Keeping::files; }
    /// The names of the notebook's own files that are there ("daybook.db"), in no order, without their logs.
    virtual Result<std::vector<std::string>> stored() = 0;
    /// One of the notebook's own files, made if it is not there. No pragma is set: that is the store's business.
    virtual Result<std::unique_ptr<Database>> open_stored(std::string_view name) = 0;
    /// Keeps a closed file and its write-ahead log, as they are, under a new name, and takes them out of the
    /// notebook's place: afterwards there is none of that name. Nothing is deleted before its copy is on disk. Gives
    /// the new name, for the person.
    virtual Result<std::string> set_aside(std::string_view name) = 0;
    /// Deletes a closed file and its write-ahead log. Only for what stands elsewhere, verified.
    virtual Result<void> remove(std::string_view name) = 0;
    virtual Result<std::unique_ptr<Database>> open_in_memory() = 0;
    /// A stranger's database, read-only and in memory, with SQLite's advice for untrusted files in force:
    /// defensive, untrusted schema, limits, cell_size_check, no triggers and no views that run functions.
    virtual Result<std::unique_ptr<Database>> open_untrusted(ByteView image) = 0;
};

/// SQLite of this computer, its stored database in `folder`. Natively only.
[[nodiscard]] std::unique_ptr<Databases> native_databases(std::string folder);

}  // namespace daybook
