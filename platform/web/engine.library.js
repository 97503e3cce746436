// What platform/web/engine_calls.h declares, forwarded to the worker's typed functions (web/src/engine-host.ts and
// web/src/database.ts).
// Never does anything itself.
addToLibrary({
    daybook_say: (event, size) => Module['host'].say(event, size),
    daybook_say_state: (state, words, size) => Module['host'].sayState(state, words, size),
    daybook_say_refused: (code, words, size) => Module['host'].sayRefused(code, words, size),
    daybook_say_failed: () => Module['host'].sayFailed(),
    daybook_say_durable: () => Module['host'].sayDurable(),
    daybook_say_quick: (credential, credentialSize, salt, saltSize, awaitsRecovery) =>
        Module['host'].sayQuick(credential, credentialSize, salt, saltSize, awaitsRecovery),
    daybook_say_recovery: (name, nameSize, file, size) => Module['host'].sayRecovery(name, nameSize, file, size),
    daybook_say_lock_times: (hidden, idle) => Module['host'].sayLockTimes(hidden >>> 0, idle >>> 0),
    daybook_keep_tries: (count, last) => Module['host'].keepTries(count, last),
    daybook_journal_append: (batch, size, token) => Module['host'].journalAppend(batch, size, token),
    daybook_journal_collect: (batch, size) => Module['host'].journalCollect(batch, size),
    daybook_journal_replace: (token) => Module['host'].journalReplace(token),

    daybook_database_keeps_files: () => Module['host'].database.keepsFiles(),
    daybook_database_open_stored: (name, size) => Module['host'].database.openStored(name, size),
    daybook_database_stored: () => Module['host'].database.stored(),
    daybook_database_set_aside: (name, size) => Module['host'].database.setAside(name, size),
    daybook_database_remove: (name, size) => Module['host'].database.remove(name, size),
    daybook_answer_copy: (to) => Module['host'].database.copyAnswer(to),
    daybook_database_open_in_memory: () => Module['host'].database.openInMemory(),
    daybook_database_open_untrusted: (image, size) => Module['host'].database.openUntrusted(image, size),
    daybook_database_close: (database) => Module['host'].database.close(database),
    daybook_database_execute: (database, sql, size) => Module['host'].database.execute(database, sql, size),
    daybook_database_keep_wal: (database) => Module['host'].database.keepWal(database),
    daybook_database_serialize: (database) => Module['host'].database.serialize(database),
    daybook_database_take: (to) => Module['host'].database.take(to),

    daybook_statement_prepare: (database, sql, size) => Module['host'].database.prepare(database, sql, size),
    daybook_statement_finalize: (statement) => Module['host'].database.finalize(statement),
    daybook_statement_bind_integer: (statement, parameter, value) =>
        Module['host'].database.bindInteger(statement, parameter, value),
    daybook_statement_bind_text: (statement, parameter, text, size) =>
        Module['host'].database.bindText(statement, parameter, text, size),
    daybook_statement_bind_blob: (statement, parameter, bytes, size) =>
        Module['host'].database.bindBlob(statement, parameter, bytes, size),
    daybook_statement_bind_null: (statement, parameter) => Module['host'].database.bindNull(statement, parameter),
    daybook_statement_step: (statement) => Module['host'].database.step(statement),
    daybook_statement_reset: (statement) => Module['host'].database.reset(statement),
    daybook_statement_column_is_null: (statement, column) => Module['host'].database.columnIsNull(statement, column),
    daybook_statement_column_integer: (statement, column, value) =>
        Module['host'].database.columnInteger(statement, column, value),
    daybook_statement_column_text: (statement, column) => Module['host'].database.columnText(statement, column),
    daybook_statement_column_blob: (statement, column) => Module['host'].database.columnBlob(statement, column),
    daybook_statement_column_copy: (statement, to) => Module['host'].database.columnCopy(statement, to),
});
