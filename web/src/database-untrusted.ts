// Opens a stranger's database in memory, by SQLite's advice for files that one does not trust
// (https://www.sqlite.org/security.html).
// Never writes to it, and runs nothing that it brings with it.
import { type Sqlite, SQLITE_OK } from './sqlite';

const SQLITE_CORRUPT = 11;
const SQLITE_NOMEM = 7;
const SQLITE_ROW = 100;
const SQLITE_OPEN_READWRITE = 2;
const SQLITE_DESERIALIZE_FREEONCLOSE = 1;
const SQLITE_DESERIALIZE_READONLY = 4;

/** The numbers of sqlite3_limit, and what a bundle of ours never exceeds. */
const limits: readonly (readonly [number, number])[] = [
    [0, 64 * 1024 * 1024], // a string, a blob or a row, in bytes
    [1, 100_000], // SQL text, in bytes
    [2, 100], // columns
    [3, 20], // depth of an expression
    [4, 10], // terms of a compound SELECT
    [5, 25_000], // instructions of a statement
    [6, 8], // arguments of a function
    [7, 0], // attached databases
    [8, 100], // a LIKE pattern, in bytes
    [9, 32], // variables
    [10, 1], // depth of triggers
];

/** The database, or SQLite's result code below 0. */
export function openUntrusted(sqlite: Sqlite, image: Uint8Array): number {
    const { calls } = sqlite;
    const database = sqlite.opened((slot) =>
        sqlite.withString(':memory:', (name) => calls.sqlite3_open_v2(name, slot, SQLITE_OPEN_READWRITE, 0)),
    );
    if (database <= 0) return database;
    const code = harden(sqlite, database) || load(sqlite, database, image) || examine(sqlite, database);
    if (code === SQLITE_OK) return database;
    calls.sqlite3_close_v2(database);
    return -code;
}

function harden(sqlite: Sqlite, database: number): number {
    for (const [what, most] of limits) sqlite.calls.sqlite3_limit(database, what, most);
    return (
        sqlite.configure(database, 'SQLITE_DBCONFIG_DEFENSIVE', true) ||
        sqlite.configure(database, 'SQLITE_DBCONFIG_TRUSTED_SCHEMA', false) ||
        sqlite.configure(database, 'SQLITE_DBCONFIG_ENABLE_TRIGGER', false) ||
        sqlite.configure(database, 'SQLITE_DBCONFIG_ENABLE_VIEW', false)
    );
}

function load(sqlite: Sqlite, database: number, image: Uint8Array): number {
    const copy = sqlite.copyIn(image);
    if (copy === 0) return SQLITE_NOMEM;
    const size = BigInt(image.length);
    const flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY;
    return sqlite.withString('main', (main) =>
        sqlite.calls.sqlite3_deserialize(database, main, copy, size, size, flags),
    );
}

/** Reads the whole of it once, with every check on. */
function examine(sqlite: Sqlite, database: number): number {
    const { calls } = sqlite;
    const run = (sql: string): number =>
        sqlite.withString(sql, (text) => calls.sqlite3_exec(database, text, 0, 0, 0));
    const code = run('PRAGMA cell_size_check = ON') || run('PRAGMA mmap_size = 0') || run('SELECT 1 FROM sqlite_schema');
    if (code !== SQLITE_OK) return code;

    const slot = sqlite.slot();
    const prepared = sqlite.withString('PRAGMA quick_check(1)', (sql) =>
        calls.sqlite3_prepare_v3(database, sql, -1, 0, slot, 0),
    );
    if (prepared !== SQLITE_OK) return prepared;
    const statement = sqlite.pointerAt(slot);
    const stepped = calls.sqlite3_step(statement);
    const pointer = calls.sqlite3_column_text(statement, 0) >>> 0;
    const verdict = sqlite.memory().slice(pointer, pointer + calls.sqlite3_column_bytes(statement, 0));
    calls.sqlite3_finalize(statement);
    if (stepped !== SQLITE_ROW) return stepped;
    return new TextDecoder().decode(verdict) === 'ok' ? SQLITE_OK : SQLITE_CORRUPT;
}
