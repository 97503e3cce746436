// The place where the notebook is stored: one lock for the whole browser, then SQLite's pool of files.
// Never opens anything without the lock, and never answers a refusal with an empty notebook.
import sqlite3InitModule, { type SAHPoolUtil, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { type Aside, openAside } from './aside';
import { notebookLock } from './messages';
import { isLastingRefusal, knowsFiles, NoFiles, poolHoldsSomething } from './no-files';
import { examinePool, type Finding } from './pool-files';

const vfsName = 'daybook-pool';
// Two notebooks of three files each while one is moved to a new version, and as many that are free: a file that was
// freed is taken last, so that what it held has been cut off for good long before.
const capacity = 12;
// Without the first two options a single refusal of the browser's would delete the whole pool.
const options = {
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
    initialCapacity: capacity,
    name: vfsName,
    directory: '/daybook',
};
/** Databases that the engine may set aside at one start: the notebook of this version, and of the one before. */
const asidePlaces = 2;

/** Lets go of the notebook. */
export type Release = () => void;

/** Takes the notebook, for as long as this worker lives or until it is released. None if `patience` ends before. */
export function takeNotebook(patience?: AbortSignal): Promise<Release | undefined> {
    return new Promise((resolve) => {
        // Chromium may miss an abort that comes right after the request, and leave it in the queue: whoever gave up
        // hears it here, and lets go at once of a lock that is granted after all.
        patience?.addEventListener('abort', () => resolve(undefined), { once: true });
        const hold = (): Promise<void> | undefined => {
            if (patience?.aborted) return undefined;
            return new Promise((release) => resolve(release));
        };
        navigator.locks.request(notebookLock, patience ? { signal: patience } : {}, hold).catch(() => resolve(undefined));
    });
}

export interface Pool {
    readonly util: SAHPoolUtil;
    readonly aside: Aside;
    readonly findings: readonly Finding[];
}

/** What can wait if the disk is full: the notebook opens all the same, and who needs more later is told. */
async function makeRoom(util: SAHPoolUtil, aside: Aside): Promise<void> {
    const made = await Promise.allSettled([util.reserveMinimumCapacity(capacity), aside.ready()]);
    for (const one of made) if (one.status === 'rejected') console.error(one.reason);
}

/** The first files of a new pool: asked for here, because SQLite's pool leaves a file behind at each refusal. */
async function askForFiles(aside: Aside): Promise<void> {
    await aside.ready().catch((reason: unknown) => {
        if (isLastingRefusal(reason)) throw reason;
        console.error(reason);
    });
}

/** SQLite without any file: ready before the notebook is ours. */
export function loadSqlite(): Promise<Sqlite3Static> {
    return sqlite3InitModule();
}

/** Throws NoFiles where there is no pool, and none can be made. */
export async function openPool(sqlite3: Sqlite3Static): Promise<Pool> {
    if (!knowsFiles() && !(await poolHoldsSomething())) throw new NoFiles('the browser knows no such files');
    const findings: Finding[] = []; // what one attempt has set aside the next one does not find
    // Handles of a worker that has just ended may still be held for a moment.
    for (let attempt = 1; ; ++attempt) {
        let aside: Aside | undefined;
        try {
            aside = await openAside(asidePlaces);
            const files = await examinePool(aside, (finding) => findings.push(finding));
            if (files === 0) await askForFiles(aside);
            const util = await sqlite3.installOpfsSAHPoolVfs(options);
            await makeRoom(util, aside);
            return { util, aside, findings };
        } catch (reason) {
            aside?.close(); // the next attempt takes away what this one made ready, which it cannot while it is open
            if (isLastingRefusal(reason) && !(await poolHoldsSomething())) throw new NoFiles(String(reason));
            if (attempt === 5) throw reason;
            await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
        }
    }
}

/** Closes everything, for whoever takes the notebook next. Throws if a database is still open. */
export function closePool({ util, aside }: Pool): void {
    util.pauseVfs();
    aside.close();
}
