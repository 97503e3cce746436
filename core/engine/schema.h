// How the notebook's database is set up: its names, its settings, its tables, and what a file says of itself.
// Never opens with settings that could lose what was committed: every one is read back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "platform/database.h"

namespace daybook {

/// Each version of the schema has a file of its own, so that the one before can stay until the next is complete.
inline constexpr std::string_view database_name = "daybook-2.db";
inline constexpr std::string_view first_database_name = "daybook.db";  ///< of schema 1

/// The name of a notebook's file that a later version than this one has made; empty if there is none.
[[nodiscard]] std::string later_database(const std::vector<std::string>& names);

/// What must be set before anything is read: the log then needs no memory that is shared.
[[nodiscard]] Result<void> lock_file(Database& database);
/// Then, once it is known to be ours: every other setting. Errc::storage if one does not hold.
[[nodiscard]] Result<void> configure(Database& database, Keeping keeping);
/// Instead, for a file that must not be changed.
[[nodiscard]] Result<void> allow_reading_only(Database& database);

enum class SchemaState {
    empty,    ///< nothing is in it: it was just made, or making it was broken off
    first,    ///< complete, of schema 1
    current,  ///< complete, of schema 2
    later,    ///< of a later version
};

/// What the file says that it is. Errc::corrupt for another program's database.
[[nodiscard]] Result<SchemaState> identify(Database& database);

/// Makes the tables, within the caller's transaction.
[[nodiscard]] Result<void> make_tables(Database& database);
/// The last statement of that transaction: from its commit on the file counts.
[[nodiscard]] Result<void> declare_complete(Database& database);

/// SQLite's own look at the pages of the file. Errc::corrupt if they do not fit together.
[[nodiscard]] Result<void> check_pages(Database& database);
/// The same, and whether the indexes lead to the rows that they name: longer, for when there is a reason to doubt.
[[nodiscard]] Result<void> check_rows(Database& database);

/// The first column of the first row; 0 or empty if there is none.
[[nodiscard]] Result<std::int64_t> read_integer(Database& database, std::string_view sql);
[[nodiscard]] Result<std::string> read_text(Database& database, std::string_view sql);

}  // namespace daybook
