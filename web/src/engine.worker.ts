// The engine's worker: takes the notebook, opens both copies, starts the engine, and passes messages.
// Never goes on without a place to store: it says so instead.
import createEngine from '@modules/daybook_engine.mjs';
import engineUrl from '@modules/daybook_engine.wasm?url';
import { databaseBridge } from './database';
import { type Engine, engineHost } from './engine-host';
import { openJournal } from './journal';
import type { FromWorker, ToWorker } from './messages';
import { openPool, takeNotebook } from './pool';
import { retryWith } from './retry';
import { sqliteOf } from './sqlite';
import { compile, instantiation, withBytes, withText } from './wasm';

/** What of a worker's global scope is used here; the DOM's types describe the page's. */
interface WorkerScope {
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
    postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

function post(message: FromWorker): void {
    scope.postMessage(message, message.type === 'event' ? [message.bytes.buffer] : []);
}

async function openStores() {
    try {
        const [pool, journal] = await Promise.all([openPool(), openJournal()]);
        return { pool, journal };
    } catch (reason) {
        console.error(reason);
        post({
            type: 'storage-refused',
            words:
                'This browser does not let Daybook store anything here. Private windows often do not, and so do some ' +
                'settings. Nothing was changed. Open Daybook in an ordinary window of an up-to-date browser.',
        });
        return undefined;
    }
}

async function startEngine(): Promise<Engine | undefined> {
    const compiled = compile(engineUrl);
    compiled.catch(() => {}); // reported below, where it is awaited
    if (!(await takeNotebook())) {
        post({ type: 'elsewhere' });
        return undefined;
    }
    const stores = await openStores();
    if (!stores) return undefined;

    let engine: Engine | undefined;
    let module: Engine['module'] | undefined;
    const running = (): Engine => {
        if (!module) throw new Error('the engine is not there yet');
        return engine ?? { module, worker: 0 };
    };
    let failing = false;
    const retry = retryWith(() => running().module._daybook_engine_retry(running().worker));
    const host = engineHost({
        database: databaseBridge(sqliteOf(stores.pool.sqlite3), stores.pool.util, () => running().module),
        journal: stores.journal,
        engine: running,
        post,
        retrying(needed) {
            if (needed) retry.failed();
            else retry.succeeded();
            if (needed !== failing) post({ type: 'storing', failing: needed });
            failing = needed;
        },
    });

    const wasm = await compiled;
    module = await new Promise<Engine['module']>((resolve, reject) => {
        createEngine({ host, instantiateWasm: instantiation(wasm, reject) }).then(resolve, reject);
    });
    engine = { module, worker: module._daybook_engine_new() };
    for (const batch of stores.journal.batches) {
        const { worker } = engine;
        withBytes(module, batch, (pointer, size) => engine?.module._daybook_engine_add_batch(worker, pointer, size));
    }
    module._daybook_engine_start(engine.worker);
    return engine;
}

function handle({ module, worker }: Engine, message: ToWorker): void {
    switch (message.type) {
        case 'first-start':
            withText(module, message.author, (author, authorSize) =>
                withText(module, message.passcode, (passcode, size) =>
                    module._daybook_engine_first_start(worker, author, authorSize, passcode, size),
                ),
            );
            return;
        case 'unlock':
            withText(module, message.passcode, (passcode, size) =>
                module._daybook_engine_unlock(worker, passcode, size),
            );
            return;
        case 'command':
            withBytes(module, message.bytes, (command, size) => module._daybook_engine_handle(worker, command, size));
            return;
        case 'lock':
            module._daybook_engine_lock(worker);
            return;
        case 'unlock-quick':
            withBytes(module, message.secret, (secret, size) => module._daybook_engine_unlock_quick(worker, secret, size));
            return;
        case 'set-quick':
            withBytes(module, message.credential, (credential, credentialSize) =>
                withBytes(module, message.salt, (salt, saltSize) =>
                    withBytes(module, message.secret, (secret, size) =>
                        module._daybook_engine_set_quick(worker, credential, credentialSize, salt, saltSize, secret, size),
                    ),
                ),
            );
            return;
        case 'begin-recovery':
            withText(module, message.author, (author, authorSize) =>
                withText(module, message.passcode, (passcode, size) =>
                    module._daybook_engine_begin_recovery(worker, author, authorSize, passcode, size),
                ),
            );
            return;
        case 'finish-recovery':
            withText(module, message.passcode, (passcode, passcodeSize) =>
                withBytes(module, message.file, (file, size) =>
                    module._daybook_engine_finish_recovery(worker, passcode, passcodeSize, file, size),
                ),
            );
            return;
        case 'let-go': // not yet
        case 'take':
            return;
        case 'retry':
            module._daybook_engine_retry(worker);
            return;
    }
}

function broke(reason: unknown): void {
    console.error(reason);
    post({
        type: 'broken',
        words: 'Something in Daybook went wrong. What was saved is still stored. Copy what you typed last, then reload the page.',
    });
}

const started = startEngine();
started.catch(broke);
scope.onmessage = (event) => {
    started.then((engine) => engine && handle(engine, event.data)).catch(broke);
};
