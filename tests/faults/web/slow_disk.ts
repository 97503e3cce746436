// A disk on which all takes its time, and which says when it is first written to: so that a moment can be hit.
// Never changes what is written.
import type { Answer } from '../../web/site';

/** What a worker has and the page's types do not name. */
interface Scope {
    readonly FileSystemSyncAccessHandle: { readonly prototype: Record<string, ((...what: unknown[]) => unknown) | undefined> };
}

/** Runs in the worker before its own script. */
function slowDown(): void {
    const { prototype } = (globalThis as unknown as Scope).FileSystemSyncAccessHandle;
    let told = false;
    for (const name of ['write', 'flush']) {
        const quick = prototype[name];
        prototype[name] = function (...what) {
            if (!told) {
                told = true;
                const request = new XMLHttpRequest();
                request.open('POST', '/first-write', false);
                request.send();
            }
            for (const until = performance.now() + 4; performance.now() < until; );
            return quick?.apply(this, what);
        };
    }
}

export const slow = `(${slowDown.toString()})()`;

export interface FirstWrites {
    readonly answer: Answer;
    /** Resolves at the first write of the next worker. */
    next(): Promise<void>;
}

export function firstWrites(): FirstWrites {
    let hear = (): void => {};
    return {
        answer(url) {
            if (url.pathname !== '/first-write') return undefined;
            hear();
            return Buffer.alloc(0);
        },
        next: () => new Promise((resolve) => (hear = resolve)),
    };
}
