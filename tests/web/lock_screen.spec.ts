// The lock screen before the engine is there, and the first start where there was a notebook before.
// Never lets the worker be quick: it starts when the test lets it.
import { expect, type Page } from '@playwright/test';
import { author, button, firstStart, heading, passcode, test } from './daybook';
import { answer, holdWire, sent } from './wire';

const field = (page: Page) => page.getByRole('textbox', { name: 'Passcode' });

/** Runs before the page's scripts: a worker that is loaded only when `startWorker` is called. */
function delayWorker(): void {
    const Quick = Worker;
    const started = new Promise<void>((resolve) => Object.assign(globalThis, { startWorker: resolve }));
    globalThis.Worker = class extends EventTarget {
        private real: Worker | undefined;
        constructor(url: string | URL, options?: WorkerOptions) {
            super();
            void started.then(() => {
                const real = (this.real = new Quick(url, options));
                real.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
            });
        }
        postMessage(message: unknown, transfer: Transferable[] = []): void {
            if (this.real) this.real.postMessage(message, transfer);
            else void started.then(() => this.real?.postMessage(message, transfer));
        }
        set onmessage(hear: (event: Event) => void) {
            this.addEventListener('message', hear);
        }
    } as unknown as typeof Worker;
}

const startWorker = (page: Page): Promise<void> =>
    page.evaluate(() => (globalThis as unknown as { startWorker(): void }).startWorker());

async function comeBackBeforeTheEngine(page: Page): Promise<void> {
    await firstStart(page);
    await page.addInitScript(delayWorker);
    await page.reload();
    await expect(field(page)).toBeFocused();
}

test('the passcode can be typed before the engine is there, and the notebook then opens by itself', async ({ daybook }) => {
    const page = await daybook.open();
    await comeBackBeforeTheEngine(page);
    await expect(button(page, 'Forgotten passcode?')).toBeHidden(); // nobody knows yet what the office could do
    await page.keyboard.type(passcode);
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('');
    await startWorker(page);
    await expect(heading(page, `Welcome, ${author}`)).toBeVisible();
});

test('what is half typed when the engine comes stays in the field, with the caret', async ({ daybook }) => {
    const page = await daybook.open();
    await comeBackBeforeTheEngine(page);
    await page.keyboard.type(passcode.slice(0, 9));
    await startWorker(page);
    await expect(button(page, 'Forgotten passcode?')).toBeVisible();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type(passcode.slice(9));
    await page.keyboard.press('Enter');
    await expect(heading(page, `Welcome, ${author}`)).toBeVisible();
});

test('a passcode that was given too early is forgotten where another tab turns out to have the notebook', async ({ daybook }) => {
    const page = await daybook.open();
    await firstStart(page);
    await page.addInitScript(delayWorker);
    await holdWire(page);
    await page.reload();
    await field(page).fill(passcode);
    await page.keyboard.press('Enter');
    await answer(page, { type: 'elsewhere' });
    await expect(heading(page, 'Daybook is open in another tab')).toBeVisible();
    await answer(page, { type: 'state', state: 'locked', words: '', quick: undefined, awaitsRecovery: false });
    await expect(field(page)).toHaveValue('');
    expect(await sent(page, 'unlock')).toEqual([]);
});

test('where the browser has cleared the notebook, the first start says that one was here', async ({ daybook }) => {
    const page = await daybook.open();
    await page.goto('./');
    await expect(button(page, 'Start')).toBeVisible();
    await expect(page.getByText('There was a notebook in this browser')).toHaveCount(0);
    await firstStart(page);
    const origin = new URL(page.url()).origin;
    await page.goto('about:blank');
    const browser = await page.context().newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,file_systems' });
    await page.goto('./');
    await expect(page.getByRole('alert').filter({ hasText: 'There was a notebook in this browser' })).toBeVisible();
    await expect(button(page, 'Start')).toBeVisible();
});
