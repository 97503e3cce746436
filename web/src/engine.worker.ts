// The engine's worker: takes the notebook, opens both copies, starts the engine, passes messages, and lets go.
// Never goes on without a place to store: it says so instead.
import createEngine from '@modules/daybook_engine.mjs';
import engineUrl from '@modules/daybook_engine.wasm?url';
import { databaseBridge } from './database';
import { handle } from './engine-commands';
import { type Engine, engineHost } from './engine-host';
import { whenIdle } from './idle';
import type { FromWorker, ToWorker } from './messages';
import { loadSqlite, type Release } from './pool';
import { retryWith } from './retry';
import { sqliteOf } from './sqlite';
import { closeStores, openStores, StorageRefused, type Stores } from './stores';
import { openTabs } from './tabs';
import { compile, instantiation, withBytes, withText } from './wasm';

/** What of a worker's global scope is used here; the DOM's types describe the page's. */
interface WorkerScope {
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
    postMessage(message: FromWorker, transfer: Transferable[]): void;
}

/** The engine with the notebook open. */
interface Running {
    /** Another tab asks for the notebook. False if it does not get it; else the page is asked. */
    wanted(): boolean;
    hear(message: Exclude<ToWorker, { type: 'take' }>): void;
}

const scope = globalThis as unknown as WorkerScope;
const tabs = openTabs();

function post(message: FromWorker): void {
    scope.postMessage(message, message.type === 'event' ? [message.bytes.buffer] : []);
}

/** The engine over its two copies, from its start on. */
async function run(wasm: WebAssembly.Module, stores: Stores, release: Release): Promise<Running> {
    let engine: Engine | undefined;
    let failing = false;
    const running = (): Engine => {
        if (!engine) throw new Error('the engine is not there');
        return engine;
    };
    const retry = retryWith(() => running().module._daybook_engine_retry(running().worker));
    const idle = whenIdle(() => running().module._daybook_engine_idle(running().worker));
    const host = engineHost({
        database: databaseBridge(sqliteOf(stores.sqlite3), stores.pool, () => running().module),
        journal: stores.journal,
        tries: stores.tries,
        engine: running,
        post,
        retrying(needed) {
            if (needed) retry.failed();
            else retry.succeeded();
            if (needed !== failing) post({ type: 'storing', failing: needed });
            failing = needed;
        },
        wrote: idle.wrote,
    });

    /** Everything that was asked for is in both copies, or the notebook stays. */
    const letGo = async (): Promise<void> => {
        await host.quiet();
        if (!engine) return;
        if (failing) {
            tabs.refuse(); // our page has heard that something could not be stored
            return;
        }
        retry.succeeded();
        idle.stop();
        const { module, worker } = engine;
        module._daybook_engine_end(worker);
        engine = undefined;
        closeStores(stores);
        release();
        post({ type: 'let-go' });
    };

    const module = await new Promise<Engine['module']>((resolve, reject) => {
        createEngine({ host, instantiateWasm: instantiation(wasm, reject) }).then(resolve, reject);
    });
    const worker = module._daybook_engine_new();
    engine = { module, worker };
    for (const batch of stores.batches) {
        withBytes(module, batch, (pointer, size) => module._daybook_engine_add_batch(worker, pointer, size));
    }
    for (const finding of stores.findings) {
        withText(module, finding, (words, size) => module._daybook_engine_add_finding(worker, words, size));
    }
    module._daybook_engine_set_tries(worker, stores.wrongTries.count, stores.wrongTries.last);
    module._daybook_engine_start(worker);
    stores.whenLost(() => {
        if (!engine) return;
        post({ type: 'cleared' });
        module._daybook_engine_journal_lost(worker);
    });
    return {
        wanted() {
            if (!failing) post({ type: 'wanted-elsewhere' });
            return !failing;
        },
        hear(message) {
            if (message.type === 'let-go') {
                letGo().catch(broke);
            } else if (engine) {
                handle(engine, message);
                idle.used();
            }
        },
    };
}

async function start(): Promise<Running | undefined> {
    const compiled = compile(engineUrl);
    const sqlite = loadSqlite();
    for (const loading of [compiled, sqlite]) loading.catch(() => {}); // reported below, where it is awaited
    const release = await tabs.hold({
        elsewhere: () => post({ type: 'elsewhere' }),
        refused: (why) => post({ type: 'kept-elsewhere', why }),
    });
    holding = true;
    tabs.serve(() => started.then((running) => running?.wanted()));
    try {
        const stores = await openStores(sqlite);
        if (!stores.pool) post({ type: 'one-copy' });
        return await run(await compiled, stores, release);
    } catch (reason) {
        if (!(reason instanceof StorageRefused)) throw reason;
        holding = false;
        release();
        post({ type: 'storage-refused' });
        return undefined;
    }
}

function broke(reason: unknown): void {
    console.error(reason);
    post({ type: 'broken', why: 'problem.stopped_about' });
}

let holding = false;
const started = start();
started.catch(broke);
scope.onmessage = ({ data }) => {
    if (data.type === 'take') {
        tabs.ask();
    } else if (data.type === 'let-go' && !holding) {
        post({ type: 'let-go' });
    } else {
        started.then((running) => running?.hear(data)).catch(broke);
    }
};
