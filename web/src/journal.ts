// The second copy: sealed batches in IndexedDB, a store of another kind than the database's.
// Never deletes or changes a batch.

/** The whole second copy, and where more is added to it. */
export interface JournalStore {
    /** What was there when it was opened, oldest first. */
    readonly batches: readonly Uint8Array[];
    /** Resolves when the batch is on disk. Batches are kept in the order of the calls. */
    append(batch: Uint8Array<ArrayBuffer>): Promise<void>;
    /** Resolves when these batches, and nothing else, are on disk. Before that all of the old is there. */
    replace(batches: readonly Uint8Array<ArrayBuffer>[]): Promise<void>;
}

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

export async function openJournal(): Promise<JournalStore> {
    const database = await open();
    const stored: unknown[] = await answer(database.transaction(store).objectStore(store).getAll());
    return {
        batches: stored.filter((batch) => batch instanceof Uint8Array),
        append: (batch) =>
            new Promise((resolve, reject) => {
                const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
                transaction.oncomplete = () => resolve();
                transaction.onabort = () => reject(transaction.error ?? new Error('the write was given up'));
                transaction.objectStore(store).add(batch);
                transaction.commit();
            }),
        replace: (batches) =>
            new Promise((resolve, reject) => {
                const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
                transaction.oncomplete = () => resolve();
                transaction.onabort = () => reject(transaction.error ?? new Error('the write was given up'));
                transaction.objectStore(store).clear();
                for (const batch of batches) transaction.objectStore(store).add(batch);
                transaction.commit();
            }),
    };
}
