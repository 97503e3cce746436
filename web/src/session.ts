// What the page knows between its start and its end: the screens, the engine, the app, and whether it is leaving.
// Never keeps a passcode or a secret.
import type { RunningApp } from './app';
import type { BootView } from './boot-view';
import type { FactsWatch } from './device-facts';
import type { EngineClient } from './engine-client';
import type { Locking, LockTimes } from './locking';
import type { Updates } from './updates';
import type { Words } from './words';

/** Why the page gives the notebook up: it is locked, another tab wants it, or a newer version starts. */
export type Leaving = 'lock' | 'hand-over' | 'update';

export interface Session {
    readonly words: Words;
    readonly view: BootView;
    readonly engine: EngineClient;
    readonly updates: Updates;
    readonly early: Uint8Array<ArrayBuffer>[]; // events that came before the app was there
    app: RunningApp | undefined;
    facts: FactsWatch | undefined;
    locking: Locking | undefined;
    lockTimes: LockTimes;
    unlocked: boolean;
    failing: boolean; // something is sealed and not stored yet
    leaving: Leaving | undefined;
    locked: boolean; // but the page must stay until what is sealed is stored
    asking: boolean; // the other tab was asked for the notebook
}

export const reload = (): void => location.reload();
