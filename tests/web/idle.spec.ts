// While nothing happens nothing is drawn: a tablet lasts a day.
// Never believes only the product's own count: what is sent to the graphics card is counted as well.
import { expect, type Page } from '@playwright/test';
import { firstStart, go, openSample, test, words } from './daybook';
import { drawn, putCaret, saved, tap } from './hands';

const quiet = 3000; // ms in which nothing may be drawn

interface Counted {
    readonly frames: number; // as the page counts
    readonly calls: number; // of the graphics card
    readonly callbacks: number; // that wait for a frame
}

/** Must run before the page's own scripts. */
function countDrawing(): void {
    const counted = { calls: 0, callbacks: 0 };
    Object.assign(globalThis, { counted });
    const draw = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function (...what) {
        ++counted.calls;
        draw.apply(this, what);
    };
    const wait = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => {
        ++counted.callbacks;
        return wait(callback);
    };
}

const count = (page: Page): Promise<Counted> =>
    page.evaluate(() => {
        const { counted } = globalThis as unknown as { counted: { calls: number; callbacks: number } };
        return { ...counted, frames: Number(document.documentElement.dataset['frames'] ?? 0) };
    });

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
        calls: after.calls - before.calls,
        callbacks: after.callbacks - before.callbacks,
    };
}

const nothing: Counted = { frames: 0, calls: 0, callbacks: 0 };

test('nothing is drawn in three seconds of nothing: on Today, in an open editor, and with the caret in it', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await page.addInitScript(countDrawing);
    await firstStart(page);
    await openSample(page);
    expect(await drawnWhileQuiet(page), 'Today').toEqual(nothing);

    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /Officers opened with three priorities/ }));
    await expect(words(page)).toBeVisible();
    expect(await drawnWhileQuiet(page), 'an open entry').toEqual(nothing);

    await putCaret(words(page));
    await page.keyboard.type(' More.');
    await saved(page);
    expect(await drawnWhileQuiet(page), 'after typing').toEqual(nothing);
});
