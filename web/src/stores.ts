// Both places where the notebook is stored, opened together and closed together.
// Never opens one of them as if it were empty because the other is all that there is.
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { type JournalStore, journalStore } from './journal';
import { closePool, openPool, type Pool } from './pool';

export interface Stores {
    readonly pool: Pool;
    readonly journal: JournalStore;
    /** The second copy as it was found, oldest first. */
    readonly batches: readonly Uint8Array[];
    /** What was noticed while they were opened, for the person. */
    readonly findings: readonly string[];
    /** `hear` is called when the browser takes the second copy away while it is open. */
    whenLost(hear: () => void): void;
}

/** The browser does not let us store. */
export class StorageRefused extends Error {}

const unread = 'The second copy could not be read. It was left as it is, and Daybook tries to add to it.';
const unreadable = [new Uint8Array()]; // a batch that does not open: the engine must not take the copy for an empty one

export async function openStores(sqlite: Promise<Sqlite3Static>): Promise<Stores> {
    let lost = (): void => {};
    const journal = journalStore(() => lost());
    const [pool, read] = await Promise.allSettled([openPool(sqlite), journal.read()]);
    for (const one of [pool, read]) if (one.status === 'rejected') console.error(one.reason);
    // One copy is enough to read from; a place that has taken neither one yet is no place to begin in.
    if (pool.status === 'rejected' || (read.status === 'rejected' && pool.value.util.getFileNames().length === 0)) {
        journal.close();
        throw new StorageRefused('the browser took neither copy');
    }
    return {
        pool: pool.value,
        journal,
        batches: read.status === 'fulfilled' ? read.value : unreadable,
        findings: [...pool.value.findings, ...(read.status === 'rejected' ? [unread] : [])],
        whenLost: (hear) => (lost = hear),
    };
}

/** Throws if a database is still open. */
export function closeStores({ pool, journal }: Stores): void {
    closePool(pool);
    journal.close();
}
