// The wire between the page and its worker, and the doors of the app's module, in a test's hand: what is sent is
// recorded and can be held back, the worker's answers can be put in, and the app's wishes made.
// Never changes what it lets through.
import type { Page } from '@playwright/test';

/** Bytes travel to the page as lists of numbers, and come back so. */
type Plain<Value> = Value extends Uint8Array ? number[] : Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value;
type ToWorker = import('../../web/src/messages').ToWorker;
type FromWorker = import('../../web/src/messages').FromWorker;

export type Sent = Plain<ToWorker> & { readonly at: number }; // ms of the page's clock

interface PageWire {
    readonly sent: Sent[];
    readonly learned: number[][];
    answer(message: Plain<FromWorker>): void;
    wish(wish: number): void;
}
const wireOf = 'daybookWire';

/** Runs in the page before its own scripts. */
function takeHold({ name, held }: { name: string; held: readonly string[] }): void {
    const plain = (value: unknown): unknown => {
        if (value instanceof Uint8Array) return Array.from(value);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
    };
    const bytes = (value: unknown): unknown => {
        if (Array.isArray(value)) return new Uint8Array(value as number[]);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bytes(one)]));
    };
    let worker: Worker | undefined;
    const sent: unknown[] = [];
    const learned: unknown[] = [];
    const wire = {
        sent,
        learned,
        answer: (message: unknown) => worker?.dispatchEvent(new MessageEvent('message', { data: bytes(message) })),
        wish: (_wish: number): void => {
            throw new Error('the app is not there yet');
        },
    };
    Object.assign(globalThis, { [name]: wire });

    const RealWorker = globalThis.Worker;
    globalThis.Worker = class extends RealWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            worker = this;
        }
        override postMessage(message: { type: string }, more?: Transferable[] | StructuredSerializeOptions): void {
            sent.push({ ...(plain(message) as object), at: Date.now() });
            if (!held.includes(message.type)) super.postMessage(message, more as Transferable[]);
        }
    };

    const instantiate = WebAssembly.instantiate as unknown as (
        module: WebAssembly.Module,
        imports: { env?: Record<string, (wish: number) => void> },
    ) => Promise<WebAssembly.Instance>;
    const watched = async (...parts: Parameters<typeof instantiate>): Promise<unknown> => {
        const instance = await instantiate(...parts);
        const wish = parts[1].env?.['daybook_wish'];
        if (!wish) return instance;
        wire.wish = wish;
        const learn = instance.exports['daybook_app_learn'] as (...facts: number[]) => void;
        const recorded = (...facts: number[]): void => {
            learned.push(facts.slice(1).map(Number));
            learn(...facts);
        };
        return { exports: { ...instance.exports, daybook_app_learn: recorded } };
    };
    Object.assign(WebAssembly, { instantiate: watched });
}

/** To be called before the page is loaded. Messages of the kinds `held` are recorded and go no further. */
export async function holdWire(page: Page, held: readonly ToWorker['type'][] = []): Promise<void> {
    await page.addInitScript(takeHold, { name: wireOf, held });
}

/** What the page has sent to its worker since it was loaded, of one kind. */
export async function sent<Kind extends ToWorker['type']>(page: Page, kind: Kind): Promise<Extract<Sent, { type: Kind }>[]> {
    const all = await page.evaluate((name) => (globalThis as unknown as Record<string, PageWire>)[name]?.sent ?? [], wireOf);
    return all.filter((message): message is Extract<Sent, { type: Kind }> => message.type === kind);
}

/** The kinds of all that was sent, in order. */
export async function sentKinds(page: Page): Promise<string[]> {
    return page.evaluate(
        (name) => (globalThis as unknown as Record<string, PageWire>)[name]?.sent.map(({ type }) => type) ?? [],
        wireOf,
    );
}

/** The page hears this as if its worker had said it. */
export async function answer(page: Page, message: Plain<FromWorker>): Promise<void> {
    await page.evaluate(
        ({ name, message }) => (globalThis as unknown as Record<string, PageWire>)[name]?.answer(message),
        { name: wireOf, message },
    );
}

/** As PlatformWish of platform/device_facts.h. */
export const wishes = { keepStorage: 0, update: 1, useAuthenticator: 2, lookAgain: 3 } as const;

/** The app asks the platform for something. */
export async function wish(page: Page, wanted: number): Promise<void> {
    await page.evaluate(
        ({ name, wanted }) => (globalThis as unknown as Record<string, PageWire>)[name]?.wish(wanted),
        { name: wireOf, wanted },
    );
}

/** What the app was told of the device, each time: the arguments of daybook_app_learn. */
export async function learned(page: Page): Promise<number[][]> {
    return page.evaluate((name) => (globalThis as unknown as Record<string, PageWire>)[name]?.learned ?? [], wireOf);
}

/** The page is out of sight, or in sight again, as far as it can tell. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
    await page.evaluate((hidden) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: hidden ? 'hidden' : 'visible' });
        Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
}
