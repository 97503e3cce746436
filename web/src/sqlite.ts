// The official sqlite-wasm, seen through SQLite's own C interface.
// Never changes it: this names the functions that are used, and copies bytes in and out of its memory.
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

export const SQLITE_OK = 0;
/** As a destructor: SQLite makes its own copy at once. */
export const SQLITE_TRANSIENT = -1;

/** SQLite's functions as they are exported, with pointers as numbers (https://www.sqlite.org/c3ref/funclist.html). */
export interface SqliteCalls {
    sqlite3_malloc(size: number): number;
    sqlite3_free(pointer: number): void;
    sqlite3_open_v2(name: number, database: number, flags: number, vfs: number): number;
    sqlite3_close_v2(database: number): number;
    sqlite3_exec(database: number, sql: number, callback: number, context: number, message: number): number;
    sqlite3_serialize(database: number, schema: number, size: number, flags: number): number;
    sqlite3_deserialize(
        database: number,
        schema: number,
        data: number,
        size: bigint,
        room: bigint,
        flags: number,
    ): number;
    sqlite3_limit(database: number, what: number, value: number): number;
    sqlite3_prepare_v3(
        database: number,
        sql: number,
        size: number,
        flags: number,
        statement: number,
        tail: number,
    ): number;
    sqlite3_finalize(statement: number): number;
    sqlite3_bind_int64(statement: number, parameter: number, value: bigint): number;
    sqlite3_bind_text(statement: number, parameter: number, text: number, size: number, destructor: number): number;
    sqlite3_bind_blob(statement: number, parameter: number, bytes: number, size: number, destructor: number): number;
    sqlite3_bind_null(statement: number, parameter: number): number;
    sqlite3_step(statement: number): number;
    sqlite3_reset(statement: number): number;
    sqlite3_clear_bindings(statement: number): number;
    sqlite3_column_type(statement: number, column: number): number;
    sqlite3_column_int64(statement: number, column: number): bigint;
    sqlite3_column_text(statement: number, column: number): number;
    sqlite3_column_blob(statement: number, column: number): number;
    sqlite3_column_bytes(statement: number, column: number): number;
}

type Setting =
    | 'SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE'
    | 'SQLITE_DBCONFIG_DEFENSIVE'
    | 'SQLITE_DBCONFIG_TRUSTED_SCHEMA'
    | 'SQLITE_DBCONFIG_ENABLE_TRIGGER'
    | 'SQLITE_DBCONFIG_ENABLE_VIEW';

export interface Sqlite {
    readonly calls: SqliteCalls;
    /** The memory as it is now: not to be kept. */
    memory(): Uint8Array;
    /** Eight bytes for a result that SQLite writes through a pointer. The next call gives the same ones. */
    slot(): number;
    pointerAt(slot: number): number;
    /** A copy with a zero after it, to be freed with sqlite3_free; 0 if there is no memory. */
    copyIn(bytes: Uint8Array): number;
    /** Calls `use` with a zero-terminated copy, or with a null pointer. */
    withString(text: string | null, use: (pointer: number) => number): number;
    /** The database that `open` leaves in the slot, or SQLite's result code below 0. */
    opened(open: (slot: number) => number): number;
    /** Sets sqlite3_db_config's switch and reads it back. SQLite's result code. */
    configure(database: number, setting: Setting, on: boolean): number;
}

const encoder = new TextEncoder();
const SQLITE_ERROR = 1;
const SQLITE_NOMEM = 7;

export function sqliteOf(module: Sqlite3Static): Sqlite {
    const calls = module.wasm.exports as SqliteCalls;
    const memory = (): Uint8Array => module.wasm.heap8u();
    const result = calls.sqlite3_malloc(8);
    const pointerAt = (slot: number): number => new DataView(memory().buffer).getUint32(slot, true);

    const copyIn = (bytes: Uint8Array): number => {
        const pointer = calls.sqlite3_malloc(bytes.length + 1) >>> 0;
        if (pointer !== 0) {
            memory().set(bytes, pointer);
            memory()[pointer + bytes.length] = 0;
        }
        return pointer;
    };

    return {
        calls,
        memory,
        slot: () => result,
        pointerAt,
        copyIn,
        withString(text, use) {
            if (text === null) return use(0);
            const pointer = copyIn(encoder.encode(text));
            try {
                return use(pointer);
            } finally {
                calls.sqlite3_free(pointer);
            }
        },
        opened(open) {
            const code = open(result);
            const database = pointerAt(result);
            if (code === SQLITE_OK) return database;
            calls.sqlite3_close_v2(database);
            return code === SQLITE_NOMEM || database !== 0 ? -code : -SQLITE_ERROR;
        },
        configure(database, setting, on) {
            const wanted = on ? 1 : 0;
            const code = module.capi.sqlite3_db_config(database, module.capi[setting], wanted, result);
            if (code !== SQLITE_OK) return code;
            const now = new DataView(memory().buffer).getInt32(result, true);
            return now === wanted ? SQLITE_OK : SQLITE_ERROR;
        },
    };
}
