// What the engine module calls of the worker, and what the worker calls of it.
// Never looks into a command, an event or a batch.
import type { DatabaseBridge } from './database';
import { JournalClosed, type JournalStore } from './journal';
import { engineStates, type FromWorker, type QuickUnlock } from './messages';
import type { TriesStore } from './tries';
import { bytesAt, textAt, withText } from './wasm';

/** As platform/web/engine_main.cpp exports them. `worker` is what daybook_engine_new gave. */
export interface EngineModule extends WasmModule {
    _daybook_engine_new(): number;
    _daybook_engine_add_batch(worker: number, batch: number, size: number): void;
    _daybook_engine_add_finding(worker: number, words: number, size: number): void;
    _daybook_engine_set_tries(worker: number, count: number, last: number): void;
    _daybook_engine_start(worker: number): void;
    _daybook_engine_end(worker: number): void;
    _daybook_engine_handle(worker: number, command: number, size: number): void;
    _daybook_engine_first_start(
        worker: number,
        author: number,
        authorSize: number,
        passcode: number,
        passcodeSize: number,
    ): void;
    _daybook_engine_unlock(worker: number, passcode: number, size: number): void;
    _daybook_engine_unlock_quick(worker: number, secret: number, size: number): void;
    _daybook_engine_set_quick(
        worker: number,
        credential: number,
        credentialSize: number,
        salt: number,
        saltSize: number,
        secret: number,
        secretSize: number,
    ): void;
    _daybook_engine_begin_recovery(
        worker: number,
        author: number,
        authorSize: number,
        passcode: number,
        passcodeSize: number,
    ): void;
    _daybook_engine_finish_recovery(worker: number, passcode: number, passcodeSize: number, file: number, size: number): void;
    _daybook_engine_lock(worker: number): void;
    _daybook_engine_idle(worker: number): void;
    _daybook_engine_retry(worker: number): void;
    _daybook_engine_journal_lost(worker: number): void;
    _daybook_engine_journal_answered(
        worker: number,
        token: number,
        stored: number,
        code: number,
        words: number,
        size: number,
    ): void;
}

/** As platform/web/engine.library.js forwards to it. */
export interface EngineHost {
    readonly database: DatabaseBridge;
    say(event: number, size: number): void;
    sayState(state: number, words: number, size: number): void;
    sayRefused(code: number, words: number, size: number): void;
    sayFailed(): void;
    sayDurable(): void;
    sayQuick(credential: number, credentialSize: number, salt: number, saltSize: number, awaitsRecovery: number): void;
    sayRecovery(name: number, nameSize: number, file: number, size: number): void;
    sayLockTimes(hidden: number, idle: number): void;
    keepTries(count: number, last: number): void;
    journalAppend(batch: number, size: number, token: number): void;
    journalCollect(batch: number, size: number): void;
    journalReplace(token: number): void;
}

/** The running engine: its module, and its place in the module's memory. */
export interface Engine {
    readonly module: EngineModule;
    readonly worker: number;
}

export interface HostParts {
    readonly database: DatabaseBridge;
    readonly journal: JournalStore;
    readonly tries: TriesStore;
    engine(): Engine;
    post(message: FromWorker): void;
    /** The engine says that something is not stored (true), or that everything is (false). */
    retrying(needed: boolean): void;
    /** Something is on its way to both copies. */
    wrote(): void;
}

export interface WorkingHost extends EngineHost {
    /** Resolves when no write to the second copy is on its way, and the engine has heard of all. */
    quiet(): Promise<void>;
}

const journalWords = {
    full: 'There is no room left in the browser’s storage for the second copy.',
    closed: 'The browser closed the second copy while Daybook was open.',
    refused: 'The browser’s storage did not take the second copy.',
} as const;

function journalFailure(failure: unknown): keyof typeof journalWords {
    if (failure instanceof DOMException && failure.name === 'QuotaExceededError') return 'full';
    return failure instanceof JournalClosed ? 'closed' : 'refused';
}

// As core/base/result.h numbers Errc.
const errcStorage = 5;
const errcFull = 6;

export function engineHost(parts: HostParts): WorkingHost {
    const { post } = parts;
    const bytes = (pointer: number, size: number) => bytesAt(parts.engine().module, pointer, size);
    const text = (pointer: number, size: number) => textAt(parts.engine().module, pointer, size);
    let quick: QuickUnlock | undefined;
    let awaitsRecovery = false;
    let collected: Uint8Array<ArrayBuffer>[] = [];

    let onTheirWay = 0;
    const waiting: (() => void)[] = [];

    const journalAnswered = (token: number, failure: unknown): void => {
        const { module, worker } = parts.engine();
        const why = journalFailure(failure);
        withText(module, journalWords[why], (pointer, size) =>
            module._daybook_engine_journal_answered(
                worker,
                token,
                failure === undefined ? 1 : 0,
                why === 'full' ? errcFull : errcStorage,
                pointer,
                size,
            ),
        );
    };

    const follow = (token: number, writing: Promise<void>): void => {
        const settled = (failure?: unknown): void => {
            journalAnswered(token, failure); // after which the next one may be on its way
            if (--onTheirWay > 0) return;
            for (const resolve of waiting.splice(0)) resolve();
        };
        ++onTheirWay;
        parts.wrote();
        writing.then(
            () => settled(),
            (failure: unknown) => settled(failure ?? new Error('no reason given')),
        );
    };

    return {
        database: parts.database,
        say: (event, size) => post({ type: 'event', bytes: bytesAt(parts.engine().module, event, size) }),
        sayState: (state, words, size) =>
            post({
                type: 'state',
                state: engineStates[state] ?? 'unusable',
                words: text(words, size),
                quick,
                awaitsRecovery,
            }),
        sayRefused: (_code, words, size) =>
            post({ type: 'refused', words: textAt(parts.engine().module, words, size) }),
        sayQuick(credential, credentialSize, salt, saltSize, awaits) {
            quick = credentialSize > 0 ? { credential: bytes(credential, credentialSize), salt: bytes(salt, saltSize) } : undefined;
            awaitsRecovery = awaits !== 0;
        },
        sayRecovery: (name, nameSize, file, size) =>
            post({ type: 'recovery-request', name: text(name, nameSize), file: bytes(file, size) }),
        sayLockTimes: (hidden, idle) => post({ type: 'lock-times', hidden, idle }),
        sayFailed: () => parts.retrying(true),
        sayDurable: () => parts.retrying(false),
        keepTries: (count, last) => parts.tries.keep({ count, last }),
        journalCollect: (batch, size) => void collected.push(bytes(batch, size)),
        journalReplace(token) {
            const batches = collected;
            collected = [];
            follow(token, parts.journal.replace(batches));
        },
        journalAppend: (batch, size, token) => follow(token, parts.journal.append(bytes(batch, size))),
        quiet: () => (onTheirWay === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    };
}
