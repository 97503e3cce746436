// The browser's own quota, reached while somebody writes: said at once, nothing called saved that is not, nothing lost.
// Never simulates the refusal: it is Chromium's.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { draw, drop, quarters, smallPictures } from './camera';
import { button, comeBack, createInspection, firstStart, go, startMeeting, test, words, write } from './daybook';
import { openBundle, rows } from './bundle';
import { tap } from './hands';
import { limitQuota } from './quota';

const keyFile = resolve('..', 'tests', 'data', 'age', 'key.txt');
const officeKey = /age1[a-z0-9]+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? '';
const manyWords = 'What was said, at length. '.repeat(2_000); // 52,000 bytes

const status = (page: Page) => page.getByRole('status');

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0, timeout: 240_000 });

test('at the browser’s quota the words stay, the status says so, a bundle can be made, and all is saved when there is room', async ({
    daybook,
    baseURL,
}) => {
    const page = await daybook.open();
    await firstStart(page);
    await createInspection(page, { officeKey });
    await startMeeting(page);
    await write(page, 'Saved. ');
    const lift = await limitQuota(page, new URL(baseURL ?? '').origin);
    let text = 'Saved. ';
    for (let count = 1; !/^Not saved/.test((await status(page).textContent()) ?? ''); ++count) {
        expect(count, 'the quota is reached').toBeLessThan(60);
        const more = `${count}: ${manyWords}`;
        await page.keyboard.insertText(more);
        text += more;
        await expect(status(page)).toHaveText(/^(Saved \d\d:\d\d:\d\d|Not saved)/);
    }
    console.log(`QUOTA reached after ${text.length} characters`);
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved:' })).toContainText(/full|room/);
    expect(await words(page).inputValue()).toBe(text);

    await tap(button(page, 'Stop the meeting'));
    await go(page, 'Hand over');
    await tap(page.getByRole('button', { name: /Prepare (the|a new) bundle/ }));
    await expect(page.getByRole('heading', { name: /Bundle \d+ is ready/ })).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save file'))]);
    const database = await openBundle(await download.path(), keyFile, test.info().outputPath('.'));
    expect(await rows(database, 'select words from entries'), 'also what is stored nowhere').toEqual([{ words: text }]);

    await lift();
    await expect(status(page)).toHaveText(/Saved \d\d:\d\d:\d\d/, { timeout: 60_000 });
    await comeBack(page);
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /What was said, at length/ }));
    expect(await words(page).inputValue()).toBe(text);
});

test('a photograph that the browser has no room for is not called saved, and is stored when there is room', async ({ daybook, baseURL }) => {
    const page = await daybook.open();
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Saved. ');
    const picture = await draw(page.context(), 2400, 1800);
    const lift = await limitQuota(page, new URL(baseURL ?? '').origin);
    const photographs = page.getByRole('button', { name: /^Photograph/ });
    let added = 0;
    while (!/^Not saved/.test((await status(page).textContent()) ?? '')) {
        expect(added, 'the quota is reached').toBeLessThan(40);
        await drop(page, { name: 'photograph.jpg', mimeType: 'image/jpeg', buffer: picture });
        added += 1;
        await expect(photographs).toHaveCount(added);
        await expect(status(page)).toHaveText(/^(Saved \d\d:\d\d:\d\d|Not saved)/);
    }
    console.log(`QUOTA reached after ${added} photographs`);
    await expect(page.getByRole('alert').filter({ hasText: 'Not saved:' })).toContainText(/full|room/);
    await expect(words(page)).toHaveValue('Saved. ');
    await lift();
    await expect(status(page)).toHaveText(/Saved \d\d:\d\d:\d\d/, { timeout: 60_000 });
    await page.reload();
    await comeBack(page);
    await tap(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue('Saved. ');
    await expect(photographs).toHaveCount(added);
    await photographs.first().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await smallPictures(page))[0]).toEqual([...quarters]);
});
