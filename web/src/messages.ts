// What the page and the engine's worker say to each other.
// Never carries a key, and the passcode in one direction only: to the worker.

import type { PlainWord } from './words';

/** The Web Lock that the worker of the one tab holds that has the notebook. */
export const notebookLock = 'daybook';

/** As core/engine/protocol.h numbers EngineState. */
export const engineStates = ['first-start', 'locked', 'unlocked', 'unusable'] as const;
export type EngineState = (typeof engineStates)[number];

/** What the platform's authenticator is asked with. */
export interface QuickUnlock {
    readonly credential: Uint8Array<ArrayBuffer>;
    readonly salt: Uint8Array<ArrayBuffer>;
}

export type ToWorker =
    | { type: 'first-start'; author: string; passcode: string }
    | { type: 'unlock'; passcode: string }
    | { type: 'command'; bytes: Uint8Array<ArrayBuffer> }
    /** Try now to store what could not be stored. */
    | { type: 'retry' }
    | { type: 'lock' }
    /** The secret that the platform's authenticator gave. It goes to the worker and nowhere else. */
    | { type: 'unlock-quick'; secret: Uint8Array<ArrayBuffer> }
    | {
          type: 'set-quick';
          credential: Uint8Array<ArrayBuffer>;
          salt: Uint8Array<ArrayBuffer>;
          secret: Uint8Array<ArrayBuffer>;
      }
    | { type: 'begin-recovery'; author: string; passcode: string }
    | { type: 'finish-recovery'; passcode: string; file: Uint8Array<ArrayBuffer> }
    /** Store everything, close, and let go of the notebook: another tab takes it, or a new version starts. */
    | { type: 'let-go' }
    /** Ask the other tab for the notebook, and open it here. The answer is a state, or 'refused' with the reason. */
    | { type: 'take' };

export type FromWorker =
    | { type: 'event'; bytes: Uint8Array<ArrayBuffer> }
    | { type: 'state'; state: EngineState; words: string; quick: QuickUnlock | undefined; awaitsRecovery: boolean }
    /** Before the first state: this browser keeps one copy of the notebook, and not two. */
    | { type: 'one-copy' }
    /** When the notebook locks by itself: seconds, 0 is never. */
    | { type: 'lock-times'; hidden: number; idle: number }
    /** The file that goes to the office. */
    | { type: 'recovery-request'; name: string; file: Uint8Array<ArrayBuffer> }
    | { type: 'refused'; words: string }
    /** The other tab keeps the notebook, and why. */
    | { type: 'kept-elsewhere'; why: PlainWord }
    /** Something could not be stored, and is tried again; or all of it is stored after all. */
    | { type: 'storing'; failing: boolean }
    /** Another tab or window holds the notebook. */
    | { type: 'elsewhere' }
    /** Another tab asks for the notebook: the page sends what was typed, then 'let-go'. */
    | { type: 'wanted-elsewhere' }
    /** Everything is stored and closed; the worker does nothing any more. */
    | { type: 'let-go' }
    /** What was stored was taken away while it was open. It is written again. */
    | { type: 'cleared' }
    /** The browser does not let the page store anything, or not now. */
    | { type: 'storage-refused' }
    /** The worker cannot go on. What is stored stays as it is. */
    | { type: 'broken'; why: PlainWord };
