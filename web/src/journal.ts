// The second copy: sealed batches in IndexedDB, a store of another kind than the database's.
// Never changes a batch, and deletes only what `replace` puts others in the place of.

/** The second copy. It is opened when it is first needed, and again after it was closed. */
export interface JournalStore {
    /** All that is there, oldest first. A record that cannot be read, or is no batch, is an empty one. */
    read(): Promise<readonly Uint8Array[]>;
    /** Resolves when the batch is on disk. Batches are kept in the order of the calls. */
    append(batch: Uint8Array<ArrayBuffer>): Promise<void>;
    /** Resolves when these batches, and nothing else, are on disk. Before that all of the old is there. */
    replace(batches: readonly Uint8Array<ArrayBuffer>[]): Promise<void>;
    close(): void;
}

/** The browser closed the store, or took it away. The next write opens it anew. */
export class JournalClosed extends Error {}

const store = 'batches';

function answer<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

function open(): Promise<IDBDatabase> {
    const request = indexedDB.open('daybook-journal', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { autoIncrement: true });
    return answer(request);
}

/** All records, one by one where the store does not give them at once. One that cannot be read is undefined. */
async function readAll(database: IDBDatabase): Promise<unknown[]> {
    const records = (): IDBObjectStore => database.transaction(store).objectStore(store);
    try {
        return await answer(records().getAll());
    } catch {
        const keys = await answer(records().getAllKeys());
        return Promise.all(keys.map((key) => answer<unknown>(records().get(key)).catch(() => undefined)));
    }
}

/** Begins at once: the caller's thread may be busy with the database afterwards. */
function write(database: IDBDatabase, change: (records: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
        const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new JournalClosed('the write was given up'));
        change(transaction.objectStore(store));
        transaction.commit();
    });
}

/** `lost` hears when the browser closes the store by itself, as it does when the site's data are cleared. */
export function journalStore(lost: () => void): JournalStore {
    let database: IDBDatabase | undefined;
    const connect = async (): Promise<IDBDatabase> => {
        const opened = await open();
        const closed = (): void => {
            opened.close();
            if (database !== opened) return;
            database = undefined;
            lost();
        };
        opened.onclose = closed;
        opened.onversionchange = closed;
        database = opened;
        return opened;
    };
    const change = (what: (records: IDBObjectStore) => void): Promise<void> =>
        database ? write(database, what) : connect().then((opened) => write(opened, what));

    return {
        async read() {
            const records = await readAll(database ?? (await connect()));
            return records.map((record) => (record instanceof Uint8Array ? record : new Uint8Array()));
        },
        append: (batch) => change((all) => void all.add(batch)),
        replace: (batches) =>
            change((all) => {
                all.clear();
                for (const batch of batches) all.add(batch);
            }),
        close() {
            const closing = database;
            database = undefined;
            closing?.close();
        },
    };
}
