// A browser that gives no handles to files: the notebook lives in its second copy alone, says so, and loses nothing.
// Never an empty notebook in place of one, neither there nor where the handles come back.
import { expect, type Page } from '@playwright/test';
import { draw, drop, quarters, smallPictures } from './camera';
import { button, comeBack, createInspection, firstStart, go, heading, startMeeting, test, unlock, words, write } from './daybook';
import { press, tap } from './hands';
import { limitQuota } from './quota';
import { allow, noHandles, noStorageManager, refusals, refuse } from './refusals';
import { serveSite } from './site';
import { leaveDaybook, poolFiles } from './stored';

const said = 'Written in one copy. ';
const status = (page: Page) => page.getByRole('status');
const savedOnce = /^Saved \d\d:\d\d:\d\d, one copy$/;

async function writing(page: Page, address: string): Promise<void> {
    await firstStart(page, address);
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0, timeout: 240_000 });

test('in one copy that is said, everything is there after a lock and a reload, and nothing is said to be repaired', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: noHandles });
    const page = await daybook.open();
    await page.goto(site.address);
    await expect(page.getByText(/This browser keeps one copy of what you write/)).toBeVisible();
    await writing(page, site.address);
    await expect(status(page)).toHaveText(savedOnce);
    await drop(page, { name: 'photograph.jpg', mimeType: 'image/jpeg', buffer: await draw(page.context(), 800, 600) });
    await expect(page.getByRole('button', { name: /^Photograph/ })).toHaveCount(1);
    await expect(status(page)).toHaveText(savedOnce);
    await page.reload();
    await unlock(page);
    await expect(page.getByText(/put back|second copy|could not be read/)).toHaveCount(0);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue(said);
    await expect.poll(async () => (await smallPictures(page))[0]).toEqual([...quarters]);
    await tap(button(page, 'Stop the meeting'));
    await go(page, 'More');
    await tap(button(page, 'Lock now'));
    await unlock(page);
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: new RegExp(said.trim()) })).toBeAttached();
    await site.stop();
});

test('a browser without any StorageManager keeps one copy, and what it cannot say of its storage is said to be unknown', async ({
    daybook,
}) => {
    const site = await serveSite({ beforeWorker: noStorageManager });
    const page = await daybook.open();
    await page.addInitScript(noStorageManager);
    const problems: Error[] = [];
    page.on('pageerror', (problem) => problems.push(problem));
    await writing(page, site.address);
    await expect(status(page)).toHaveText(savedOnce);
    await page.reload();
    await unlock(page);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue(said);
    await go(page, 'More');
    await tap(page.getByRole('button', { name: /^Before you leave/ }));
    await expect(page.getByText('It is not known how much room is left on this device.')).toBeAttached();
    expect(problems).toEqual([]);
    await site.stop();
});

test('in one copy a second tab takes the notebook over with every word', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: noHandles });
    const first = await daybook.open();
    await writing(first, site.address);
    const second = await first.context().newPage();
    await second.goto(site.address);
    await button(second, 'Use it here').click();
    await unlock(second);
    await press(button(second, 'Go on writing'));
    await expect(words(second)).toHaveValue(said);
    await site.stop();
});

test('in one copy, at the browser’s quota the words stay, are not called saved, and are stored when there is room', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: noHandles });
    const page = await daybook.open();
    await writing(page, site.address);
    const lift = await limitQuota(page, new URL(site.address).origin);
    const more = 'What was said, at length. '.repeat(2_000); // 52,000 bytes
    let text = said;
    for (let count = 1; !/^Not saved/.test((await status(page).textContent()) ?? ''); ++count) {
        expect(count, 'the quota is reached').toBeLessThan(60);
        await page.keyboard.insertText(`${count}: ${more}`);
        text += `${count}: ${more}`;
        await expect(status(page)).toHaveText(/^(Saved \d\d:\d\d:\d\d|Not saved)/);
    }
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved:' })).toContainText(/full|room/);
    await expect(words(page)).toHaveValue(text);
    await lift();
    await expect(status(page)).toHaveText(savedOnce, { timeout: 60_000 });
    await page.reload();
    await unlock(page);
    await tap(button(page, 'Go on writing'));
    expect(await words(page).inputValue()).toBe(text);
    await site.stop();
});

test('in one copy, site data cleared under the open page: that is said, and all of it is written again', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: noHandles });
    const page = await daybook.open();
    await writing(page, site.address);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin: new URL(site.address).origin, storageTypes: 'all' });
    await expect(heading(page, 'What was stored here was cleared')).toBeVisible();
    await words(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Typed after it.');
    await expect(status(page)).toHaveText(savedOnce, { timeout: 40_000 });
    await page.reload();
    await unlock(page);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue(`${said}Typed after it.`);
    await site.stop();
});

test('in one copy, wrong passcodes are counted over a reload', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: noHandles });
    const page = await daybook.open();
    await firstStart(page, site.address);
    for (const count of [1, 2, 3, 4]) {
        await page.goto(site.address);
        await unlock(page, `not the passcode ${count}`);
        await expect(page.getByRole('alert').filter({ hasText: /passcode/ })).toBeVisible();
    }
    await page.goto(site.address);
    await unlock(page);
    await expect(page.getByRole('alert').filter({ hasText: 'Too many wrong passcodes' })).toBeVisible();
    await site.stop();
});

test('where handles are there later, the notebook has two copies from then on, and that is said once', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: refusals });
    const page = await daybook.open();
    await page.goto(site.address);
    await expect(page.getByLabel('Your name')).toBeVisible();
    await leaveDaybook(page, site.address);
    await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    });
    await refuse(page, 'handles');
    await writing(page, site.address);
    await expect(status(page)).toHaveText(savedOnce);
    await leaveDaybook(page, site.address);
    expect(await poolFiles(page), 'no file is left of what was refused').toEqual([]);
    await allow(page, 'handles');
    await page.goto(site.address);
    await expect(page.locator('.note')).toContainText('put back from the second copy');
    await unlock(page);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue(said);
    await expect(status(page)).toHaveText(/^(Saved \d\d:\d\d:\d\d|All is saved)$/);
    await comeBack(page, site.address);
    await expect(page.getByText(/put back/)).toHaveCount(0);

    // And is not left behind where they are refused again: it may know more than the second copy.
    await refuse(page, 'handles');
    await page.reload();
    await expect(heading(page, 'Daybook cannot store anything here')).toBeVisible();
    await site.stop();
});
