// The place where the notebook is stored: one lock for the whole browser, then SQLite's pool of files.
// Never opens anything without the lock, and never answers a refusal with an empty notebook.
import sqlite3InitModule, { type SAHPoolUtil, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

const vfsName = 'daybook-pool';
const capacity = 6; // the notebook's three files, and as many that are free
// Without the first two options a single refusal of the browser's would delete the whole pool.
const options = {
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
    initialCapacity: capacity,
    name: vfsName,
    directory: '/daybook',
};
const lockPatience = 1_500; // ms; the tab that was just reloaded or closed needs a moment to let go

/** Takes the notebook for this worker's whole life. False if another tab or window has it. */
export function takeNotebook(): Promise<boolean> {
    return new Promise((resolve) => {
        const held = (): Promise<never> => {
            resolve(true);
            return new Promise(() => {});
        };
        navigator.locks.request('daybook', { signal: AbortSignal.timeout(lockPatience) }, held).catch(() => resolve(false));
    });
}

export interface Pool {
    readonly sqlite3: Sqlite3Static;
    readonly util: SAHPoolUtil;
}

export async function openPool(): Promise<Pool> {
    const sqlite3 = await sqlite3InitModule();
    // Handles of a worker that has just ended may still be held for a moment.
    for (let attempt = 1; ; ++attempt) {
        try {
            const util = await sqlite3.installOpfsSAHPoolVfs(options);
            // A browser that was ended while it made the pool has left fewer files than were asked for.
            await util.reserveMinimumCapacity(capacity);
            return { sqlite3, util };
        } catch (reason) {
            if (attempt === 5) throw reason;
            await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
        }
    }
}
