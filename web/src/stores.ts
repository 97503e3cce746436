// Both places where the notebook is stored, opened together and closed together.
// Never opens one of them as if it were empty because the other is all that there is.
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { type JournalStore, journalStore } from './journal';
import { NoFiles } from './no-files';
import { closePool, openPool, type Pool } from './pool';
import { noTries, type Tries, triesStore, type TriesStore } from './tries';

export interface Stores {
    readonly sqlite3: Sqlite3Static;
    /** None where the browser has no files for us: then the second copy is the only one. */
    readonly pool: Pool | undefined;
    readonly journal: JournalStore;
    /** The second copy as it was found, oldest first. */
    readonly batches: readonly Uint8Array[];
    /** What was noticed while they were opened, for the person. */
    readonly findings: readonly string[];
    /** Wrong passcodes, where no database counts them. */
    readonly tries: TriesStore;
    readonly wrongTries: Tries;
    /** `hear` is called when the browser takes the second copy away while it is open. */
    whenLost(hear: () => void): void;
}

/** The browser does not let us store. */
export class StorageRefused extends Error {}

const unread = 'The second copy could not be read. It was left as it is, and Daybook tries to add to it.';
const unreadable = [new Uint8Array()]; // a batch that does not open: the engine must not take the copy for an empty one

/** The pool, or nothing where the browser never gives one. Throws if it does not give it now. */
async function poolIfAny(sqlite3: Sqlite3Static): Promise<Pool | undefined> {
    try {
        return await openPool(sqlite3);
    } catch (reason) {
        if (!(reason instanceof NoFiles)) throw reason;
        console.info(`One copy: ${reason.message}`);
        return undefined;
    }
}

export async function openStores(loading: Promise<Sqlite3Static>): Promise<Stores> {
    let lost = (): void => {};
    const journal = journalStore(() => lost());
    const [pool, read] = await Promise.allSettled([loading.then(poolIfAny), journal.read()]);
    for (const one of [pool, read]) if (one.status === 'rejected') console.error(one.reason);
    // One copy is enough to read from; a place that has taken neither one yet is no place to begin in.
    const nothingInPool = pool.status === 'fulfilled' && (pool.value?.util.getFileNames() ?? []).length === 0;
    if (pool.status === 'rejected' || (read.status === 'rejected' && nothingInPool)) {
        journal.close();
        throw new StorageRefused('the browser took neither copy');
    }
    const tries = triesStore();
    return {
        sqlite3: await loading,
        pool: pool.value,
        journal,
        batches: read.status === 'fulfilled' ? read.value : unreadable,
        findings: [...(pool.value?.findings ?? []), ...(read.status === 'rejected' ? [unread] : [])],
        tries,
        wrongTries: pool.value ? noTries : await tries.read(),
        whenLost: (hear) => (lost = hear),
    };
}

/** Throws if a database is still open. */
export function closeStores({ pool, journal }: Stores): void {
    if (pool) closePool(pool);
    journal.close();
}
