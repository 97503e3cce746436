// While nothing happens nothing is drawn: a tablet lasts a day.
// Never believes only the product's own count: what is sent to the graphics card is counted as well.
import { expect, type Page } from '@playwright/test';
import { count, countDrawing, type Counted } from './counting';
import { button, firstStart, go, openSample, test, words } from './daybook';
import { drawn, putCaret, saved, tap } from './hands';

const quiet = 3000; // ms in which nothing may be drawn

/** Waits until what was done last is drawn, then measures how much is drawn in three seconds. */
async function drawnWhileQuiet(page: Page): Promise<Counted> {
    await drawn(page);
    const before = await count(page);
    const from = await page.evaluate(() => performance.now());
    await page.waitForFunction((until) => performance.now() >= until, from + quiet, { polling: 500 });
    const after = await count(page);
    expect(before.frames).toBeGreaterThan(0);
    expect(before.calls).toBeGreaterThan(0);
    return {
        frames: after.frames - before.frames,
        pictures: after.pictures - before.pictures,
        calls: after.calls - before.calls,
        callbacks: after.callbacks - before.callbacks,
    };
}

async function openAnEntry(page: Page): Promise<void> {
    await firstStart(page);
    await openSample(page);
    await showAnEntry(page);
}

async function showAnEntry(page: Page): Promise<void> {
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /Officers opened with three priorities/ }));
}

const nothing: Counted = { frames: 0, pictures: 0, calls: 0, callbacks: 0 };

test('nothing is drawn in three seconds of nothing: on Today, in an open editor, and with the caret in it', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await countDrawing(page);
    await firstStart(page);
    await openSample(page);
    expect(await drawnWhileQuiet(page), 'Today').toEqual(nothing);

    await showAnEntry(page);
    await expect(words(page)).toBeVisible();
    expect(await drawnWhileQuiet(page), 'an open entry').toEqual(nothing);

    await putCaret(words(page));
    await page.keyboard.type(' More.');
    await saved(page);
    expect(await drawnWhileQuiet(page), 'after typing').toEqual(nothing);
});

test('a frame that comes out like the one before is not drawn, and one is drawn whenever the page is seen again', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await countDrawing(page);
    await openAnEntry(page);
    await putCaret(words(page));
    await drawn(page);

    const before = await count(page);
    await page.keyboard.type(' Twenty letters here.', { delay: 20 });
    await saved(page);
    await drawn(page);
    const after = await count(page);
    expect(after.frames - before.frames, 'each letter reaches the app').toBeGreaterThanOrEqual(20);
    // What is seen of it beside the editor: the row in the list, and what the status says in between.
    expect(after.pictures - before.pictures).toBeGreaterThan(0);
    expect(after.pictures - before.pictures).toBeLessThan((after.frames - before.frames) / 2);

    await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
    await drawn(page);
    expect((await count(page)).pictures).toBe(after.pictures + 1);
});

test('a tap on a mark takes at most six frames until it is saved, and so does taking it away', async ({ daybook }) => {
    const page = await daybook.open();
    await countDrawing(page);
    await openAnEntry(page);
    await expect(words(page)).toBeVisible();
    for (const pressed of ['true', 'false']) {
        await drawn(page);
        const before = await count(page);
        await tap(button(page, 'In confidence'));
        await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', pressed);
        await saved(page);
        await drawn(page);
        const after = await count(page);
        expect(after.frames - before.frames).toBeGreaterThan(1);
        expect(after.frames - before.frames).toBeLessThanOrEqual(6);
    }
});
