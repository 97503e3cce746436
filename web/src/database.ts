// SQLite for the engine module: handles instead of pointers, and copies between the two WebAssembly memories.
// Never knows a table, and runs no statement of its own but those that check a stranger's database.
import { openUntrusted } from './database-untrusted';
import { type Sqlite, SQLITE_OK, SQLITE_TRANSIENT } from './sqlite';
import type { Pool } from './pool';
import { noStoredFiles, storedFiles } from './stored-files';
import { bytesAt, textAt } from './wasm';

const SQLITE_OPEN_READWRITE = 2;
const SQLITE_OPEN_CREATE = 4;
const SQLITE_PREPARE_PERSISTENT = 1;
const SQLITE_NULL = 5;
const SQLITE_NOMEM = 7;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;

/** What platform/web/engine_calls.h says of databases and statements. */
export interface DatabaseBridge {
    keepsFiles(): boolean;
    openStored(name: number, size: number): number;
    /** The size of the names, one to a line, that copyAnswer gives. */
    stored(): number;
    setAside(name: number, size: number): number;
    remove(name: number, size: number): number;
    copyAnswer(to: number): void;
    openInMemory(): number;
    openUntrusted(image: number, size: number): number;
    close(database: number): void;
    execute(database: number, sql: number, size: number): number;
    keepWal(database: number): number;
    serialize(database: number): number;
    take(to: number): void;
    prepare(database: number, sql: number, size: number): number;
    finalize(statement: number): void;
    bindInteger(statement: number, parameter: number, value: number): number;
    bindText(statement: number, parameter: number, text: number, size: number): number;
    bindBlob(statement: number, parameter: number, bytes: number, size: number): number;
    bindNull(statement: number, parameter: number): number;
    step(statement: number): number;
    reset(statement: number): number;
    columnIsNull(statement: number, column: number): number;
    columnInteger(statement: number, column: number, value: number): void;
    columnText(statement: number, column: number): number;
    columnBlob(statement: number, column: number): number;
    columnCopy(statement: number, to: number): void;
}

/** Pointers of SQLite's memory serve as the handles: they are above 0, and the engine gives them back unchanged. */
export function databaseBridge(sqlite: Sqlite, pool: Pool | undefined, engine: () => WasmModule): DatabaseBridge {
    const { calls } = sqlite;
    const files = pool ? storedFiles(pool) : noStoredFiles;
    let answer = { pointer: 0, size: 0 }; // what columnCopy or take is to copy
    let words = new Uint8Array(); // what copyAnswer is to copy
    const answerWith = (text: string): number => {
        words = new TextEncoder().encode(text);
        return words.length;
    };

    /** What `act` answers, or SQLite's result code below 0. */
    const attempt = (act: () => number): number => {
        try {
            return act();
        } catch (reason) {
            console.error(reason);
            const full = reason instanceof DOMException && reason.name === 'QuotaExceededError';
            return full ? -SQLITE_FULL : -SQLITE_CANTOPEN;
        }
    };

    const open = (name: string, vfs: string | null): number =>
        sqlite.opened((slot) =>
            sqlite.withString(name, (zName) =>
                sqlite.withString(vfs, (zVfs) =>
                    calls.sqlite3_open_v2(zName, slot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, zVfs),
                ),
            ),
        );

    const copyOut = (to: number): void => {
        engine().HEAPU8.set(sqlite.memory().subarray(answer.pointer, answer.pointer + answer.size), to >>> 0);
    };

    /** Calls `use` with a copy of the engine's bytes in SQLite's memory, followed by a zero. */
    const withCopy = (pointer: number, size: number, use: (copy: number) => number): number => {
        const copy = sqlite.copyIn(bytesAt(engine(), pointer, size));
        if (copy === 0) return SQLITE_NOMEM;
        try {
            return use(copy);
        } finally {
            calls.sqlite3_free(copy);
        }
    };

    return {
        keepsFiles: () => pool !== undefined,
        openStored: (name, size) =>
            pool ? open(`/${textAt(engine(), name, size)}`, pool.util.vfsName) : open(':memory:', null),
        stored: () => answerWith(files.names().join('\n')),
        setAside: (name, size) => attempt(() => answerWith(files.setAside(textAt(engine(), name, size)))),
        remove: (name, size) =>
            -attempt(() => {
                files.remove(textAt(engine(), name, size));
                return SQLITE_OK;
            }),
        copyAnswer: (to) => engine().HEAPU8.set(words, to >>> 0),
        openInMemory: () => open(':memory:', null),
        openUntrusted: (image, size) => openUntrusted(sqlite, bytesAt(engine(), image, size)),
        close: (database) => void calls.sqlite3_close_v2(database),
        execute: (database, sql, size) =>
            withCopy(sql, size, (copy) => calls.sqlite3_exec(database, copy, 0, 0, 0)),
        keepWal: (database) => sqlite.configure(database, 'SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE', true),

        serialize(database) {
            const slot = sqlite.slot();
            const pointer = sqlite.withString('main', (main) => calls.sqlite3_serialize(database, main, slot, 0));
            if (pointer === 0) return -SQLITE_NOMEM;
            answer = { pointer, size: Number(new DataView(sqlite.memory().buffer).getBigInt64(slot, true)) };
            return answer.size;
        },
        take(to) {
            copyOut(to);
            calls.sqlite3_free(answer.pointer);
            answer = { pointer: 0, size: 0 };
        },

        prepare(database, sql, size) {
            const slot = sqlite.slot();
            const code = withCopy(sql, size, (copy) =>
                calls.sqlite3_prepare_v3(database, copy, size, SQLITE_PREPARE_PERSISTENT, slot, 0),
            );
            return code === SQLITE_OK ? sqlite.pointerAt(slot) : -code;
        },
        finalize: (statement) => void calls.sqlite3_finalize(statement),
        bindInteger: (statement, parameter, value) =>
            calls.sqlite3_bind_int64(
                statement,
                parameter,
                new DataView(engine().HEAPU8.buffer).getBigInt64(value >>> 0, true),
            ),
        bindText: (statement, parameter, text, size) =>
            withCopy(text, size, (copy) => calls.sqlite3_bind_text(statement, parameter, copy, size, SQLITE_TRANSIENT)),
        bindBlob: (statement, parameter, bytes, size) =>
            withCopy(bytes, size, (copy) => calls.sqlite3_bind_blob(statement, parameter, copy, size, SQLITE_TRANSIENT)),
        bindNull: (statement, parameter) => calls.sqlite3_bind_null(statement, parameter),
        step: (statement) => calls.sqlite3_step(statement),
        reset(statement) {
            calls.sqlite3_reset(statement); // answers with the last step's error, which was reported then
            return calls.sqlite3_clear_bindings(statement);
        },

        columnIsNull: (statement, column) => (calls.sqlite3_column_type(statement, column) === SQLITE_NULL ? 1 : 0),
        columnInteger(statement, column, value) {
            const integer = calls.sqlite3_column_int64(statement, column);
            new DataView(engine().HEAPU8.buffer).setBigInt64(value >>> 0, integer, true);
        },
        columnText(statement, column) {
            const pointer = calls.sqlite3_column_text(statement, column) >>> 0;
            answer = { pointer, size: calls.sqlite3_column_bytes(statement, column) };
            return answer.size;
        },
        columnBlob(statement, column) {
            const pointer = calls.sqlite3_column_blob(statement, column) >>> 0;
            answer = { pointer, size: calls.sqlite3_column_bytes(statement, column) };
            return answer.size;
        },
        columnCopy: (_statement, to) => copyOut(to),
    };
}
