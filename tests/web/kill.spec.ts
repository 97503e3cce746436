// The browser is killed while a person types. What was called saved is there, and of the rest at most a second is lost.
// Never waits for the typing to end before it kills.
import { performance } from 'node:perf_hooks';
import { expect, type Page } from '@playwright/test';
import { type KillableBrowser, startBrowser } from './browser';
import { button, comeBack, createInspection, firstStart, startMeeting, test, words } from './daybook';
import { press, putCaret } from './hands';

const promised = 1000; // ms of typing that may be lost
const slowMachine = 500; // ms more: from the key to the disk, on a machine that is busy with other tests

interface TypedWord {
    readonly end: number; // in the whole text
    readonly at: number; // when its last key had been taken, in ms
}

/** Calls `acknowledged` with what the editor holds, each time that the screen says it is saved. */
async function listenForSaved(page: Page, acknowledged: (text: string) => void): Promise<void> {
    await page.exposeFunction('acknowledged', acknowledged);
    await words(page).evaluate((editor) => {
        const status = (editor.getRootNode() as ShadowRoot).querySelector('[role=status]');
        if (!(editor instanceof HTMLTextAreaElement) || !status) throw new Error('no editor, or no status');
        const tell = (globalThis as unknown as { acknowledged(text: string): void }).acknowledged;
        new MutationObserver(() => {
            if (/^Saved \d\d:\d\d:\d\d/.test(status.textContent ?? '')) tell(editor.value);
        }).observe(status, { childList: true, characterData: true, subtree: true });
    });
}

/** Types numbered words, as fast as a fast person and without a rest, until the browser is gone. */
async function typeUntilKilled(page: Page, round: number, before: number, typed: TypedWord[]): Promise<void> {
    let end = before;
    for (let count = 1; ; ++count) {
        const word = `${round}-${count} `;
        try {
            await page.keyboard.type(word, { delay: 60 });
        } catch {
            return; // killed
        }
        end += word.length;
        typed.push({ end, at: performance.now() });
    }
}

function expectedText(round: number, length: number): string {
    let text = '';
    for (let count = 1; text.length < length; ++count) text += `${round}-${count} `;
    return text.slice(0, length);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a browser that is killed while typing keeps all that it called saved, and loses at most the last second', async ({
    daybook,
    launchOptions,
    baseURL,
}) => {
    test.setTimeout(150_000);
    const address = baseURL ?? '';
    let browser: KillableBrowser = await startBrowser(daybook.profile, launchOptions);
    try {
        await firstStart(browser.page, address);
        await createInspection(browser.page);
        await startMeeting(browser.page);
        let before = '';
        for (const round of [1, 2, 3]) {
            const { page } = browser;
            const acknowledgements: string[] = [];
            const typed: TypedWord[] = [];
            await listenForSaved(page, (text) => acknowledgements.push(text));
            await putCaret(words(page));
            const typing = typeUntilKilled(page, round, before.length, typed);
            await expect.poll(() => acknowledgements.length, 'it is saved while the typing goes on').toBeGreaterThan(round);
            await expect.poll(() => typed.length).toBeGreaterThan(8 * round);
            const killedAt = performance.now();
            await browser.kill();
            await typing;

            browser = await startBrowser(daybook.profile, launchOptions);
            await comeBack(browser.page, address);
            await press(button(browser.page, 'Go on writing'));
            await expect(words(browser.page)).toHaveValue(new RegExp(`${round}-1 `));
            const kept = await words(browser.page).inputValue();
            expect(kept).toBe(before + expectedText(round, kept.length - before.length));
            for (const said of acknowledgements) expect(kept.startsWith(said), `saved: ${said.slice(-40)}`).toBe(true);
            const old = typed.filter((word) => word.at < killedAt - promised - slowMachine);
            expect(old.length).toBeGreaterThan(0);
            expect(kept.length).toBeGreaterThanOrEqual(old.at(-1)?.end ?? 0);
            before = kept;
        }
    } finally {
        await browser.kill();
    }
});

test('a browser that is killed in the moment of the first start is as good as new or asks for the passcode', async ({
    daybook,
    launchOptions,
    baseURL,
}) => {
    const address = baseURL ?? '';
    const browser = await startBrowser(daybook.profile, launchOptions);
    const { page } = browser;
    await page.goto(address);
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).click();
    await browser.kill();
    const again = await daybook.open();
    await again.goto(address);
    await expect(again.getByLabel(/^(Your name|Passcode)$/)).toBeVisible();
    await expect(again.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});
