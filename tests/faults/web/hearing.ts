// What the worker says to the page, told to the test as it is said.
// Never says anything itself.
import type { Page } from '@playwright/test';

export interface Heard {
    /** The kinds of the messages, with the state if there is one, in order. */
    readonly kinds: string[];
    /** The engine's events (core/engine/protocol.h). */
    readonly events: Buffer[];
}

type Tell = (kind: string, event: string) => void;

/** Runs in the page before its own scripts. */
function listenToWorker(): void {
    const scope = globalThis as unknown as { workerSaid: Tell };
    const Original = Worker;
    globalThis.Worker = class extends Original {
        constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            this.addEventListener('message', ({ data }: MessageEvent<{ type: string; state?: string; bytes?: Uint8Array }>) => {
                let text = '';
                for (const byte of data.bytes ?? []) text += String.fromCharCode(byte);
                scope.workerSaid(`${data.type} ${data.state ?? ''}`.trim(), btoa(text));
            });
        }
    };
}

/** What is heard in a page goes to whoever listened last. */
const listeners = new WeakMap<Page, Heard>();

/** From the next loading of Daybook in the page on. */
export async function hearWorker(page: Page): Promise<Heard> {
    const heard: Heard = { kinds: [], events: [] };
    const listensAlready = listeners.has(page);
    listeners.set(page, heard);
    if (listensAlready) return heard;
    const tell: Tell = (kind, event) => {
        const to = listeners.get(page);
        to?.kinds.push(kind);
        if (event !== '') to?.events.push(Buffer.from(event, 'base64'));
    };
    await page.exposeFunction('workerSaid', tell);
    await page.addInitScript(listenToWorker);
    return heard;
}
