// What the page and the engine's worker say to each other.
// Never carries a key, and the passcode in one direction only: to the worker.

/** As core/engine/protocol.h numbers EngineState. */
export const engineStates = ['first-start', 'locked', 'unlocked', 'unusable'] as const;
export type EngineState = (typeof engineStates)[number];

export type ToWorker =
    | { type: 'first-start'; author: string; passcode: string }
    | { type: 'unlock'; passcode: string }
    | { type: 'command'; bytes: Uint8Array<ArrayBuffer> }
    /** Try now to store what could not be stored. */
    | { type: 'retry' };

export type FromWorker =
    | { type: 'event'; bytes: Uint8Array<ArrayBuffer> }
    | { type: 'state'; state: EngineState; words: string }
    | { type: 'refused'; words: string }
    /** Something could not be stored, and is tried again; or all of it is stored after all. */
    | { type: 'storing'; failing: boolean }
    /** Another tab or window holds the notebook. */
    | { type: 'elsewhere' }
    /** The browser does not let the page store anything, or not now. */
    | { type: 'storage-refused'; words: string }
    /** The worker cannot go on. What is stored stays as it is. */
    | { type: 'broken'; words: string };
