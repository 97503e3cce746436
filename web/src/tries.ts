// The count of wrong passcodes where no database keeps it: in a place of its own beside the second copy.
// Never a copy of anything: it only makes guessing slow, and is gone with the site's data.

const store = 'tries';

export interface Tries {
    readonly count: number;
    readonly last: number; // ms
}

export interface TriesStore {
    /** None, where there are none or they cannot be read. */
    read(): Promise<Tries>;
    keep(tries: Tries): void;
}

function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open('daybook-tries', 1);
        request.onupgradeneeded = () => request.result.createObjectStore(store);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

export const noTries: Tries = { count: 0, last: 0 };

function triesOf(found: unknown): Tries {
    if (typeof found !== 'object' || found === null || !('count' in found) || !('last' in found)) return noTries;
    const { count, last } = found;
    return Number.isSafeInteger(count) && Number.isSafeInteger(last) && Number(count) >= 0
        ? { count: Number(count), last: Number(last) }
        : noTries;
}

export function triesStore(): TriesStore {
    let opened: Promise<IDBDatabase> | undefined;
    const database = (): Promise<IDBDatabase> => (opened ??= open());
    const say = (reason: unknown): void => console.error(reason);
    return {
        async read() {
            try {
                const request = (await database()).transaction(store).objectStore(store).get(store);
                return await new Promise<Tries>((resolve, reject) => {
                    request.onsuccess = () => resolve(triesOf(request.result));
                    request.onerror = () => reject(request.error);
                });
            } catch (reason) {
                say(reason);
                return noTries;
            }
        },
        keep(tries) {
            void database()
                .then((all) => void all.transaction(store, 'readwrite').objectStore(store).put(tries, store))
                .catch(say); // counted until the worker ends, all the same
        },
    };
}
