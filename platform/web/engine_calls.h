// What the engine module calls of the worker. Each is forwarded by engine.library.js to web/src/engine-host.ts.
// Never returns memory of the worker: bytes are copied into ours.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

/// An event for the app (core/engine/protocol.h), as it is.
void daybook_say(const std::uint8_t* event, std::size_t size);
/// The same news for those who do not decode events. Numbers as in EngineState and Errc.
void daybook_say_state(int state, const char* words, std::size_t size);
void daybook_say_refused(int code, const char* words, std::size_t size);
void daybook_say_failed();
void daybook_say_durable();
/// With a state: what the authenticator is asked with to unlock (sizes 0: it cannot), and whether an unlock file of the
/// office is waited for.
void daybook_say_quick(const std::uint8_t* credential, std::size_t credential_size, const std::uint8_t* salt,
                       std::size_t salt_size, bool awaits_recovery);
/// The request that goes to the office.
void daybook_say_recovery(const char* name, std::size_t name_size, const std::uint8_t* file, std::size_t size);
/// When the notebook locks by itself: seconds, 0 is never.
void daybook_say_lock_times(std::uint32_t hidden, std::uint32_t idle);

/// The count of wrong passcodes, for the next start. The time is in ms.
void daybook_keep_tries(double count, double last);
void daybook_journal_append(const std::uint8_t* batch, std::size_t size, double token);
/// The batches that daybook_journal_replace, which must follow, puts in the place of all.
void daybook_journal_collect(const std::uint8_t* batch, std::size_t size);
void daybook_journal_replace(double token);

// SQLite in its own memory. Handles are above 0; what can fail answers a handle or a size, or SQLite's result code
// below 0. A result code by itself is as SQLite gives it.
/// False where the browser gives no files: then what is "stored" is in memory.
bool daybook_database_keeps_files();
int daybook_database_open_stored(const char* name, std::size_t size);
/// The size of the names of the notebook's own files, one to a line; daybook_answer_copy, which must follow, gives
/// them.
int daybook_database_stored();
/// The size of the name that the file was kept under; daybook_answer_copy, which must follow, gives it.
int daybook_database_set_aside(const char* name, std::size_t size);
int daybook_database_remove(const char* name, std::size_t size);
void daybook_answer_copy(std::uint8_t* to);
int daybook_database_open_in_memory();
int daybook_database_open_untrusted(const std::uint8_t* image, std::size_t size);
void daybook_database_close(int database);
int daybook_database_execute(int database, const char* sql, std::size_t size);
int daybook_database_keep_wal(int database);
/// Prepares the bytes for daybook_database_take, which must follow.
int daybook_database_serialize(int database);
void daybook_database_take(std::uint8_t* to);

int daybook_statement_prepare(int database, const char* sql, std::size_t size);
void daybook_statement_finalize(int statement);
int daybook_statement_bind_integer(int statement, int parameter, const std::int64_t* value);
int daybook_statement_bind_text(int statement, int parameter, const char* text, std::size_t size);
int daybook_statement_bind_blob(int statement, int parameter, const std::uint8_t* bytes, std::size_t size);
int daybook_statement_bind_null(int statement, int parameter);
int daybook_statement_step(int statement);
int daybook_statement_reset(int statement);
int daybook_statement_column_is_null(int statement, int column);
void daybook_statement_column_integer(int statement, int column, std::int64_t* value);
/// The column's size in bytes as text or as a blob; daybook_statement_column_copy then gives those bytes.
int daybook_statement_column_text(int statement, int column);
int daybook_statement_column_blob(int statement, int column);
void daybook_statement_column_copy(int statement, std::uint8_t* to);
}
