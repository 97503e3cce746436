// How long a word that was typed can be only in the page.
// Never asks the app: what counts is when the worker was sent it.
import { expect } from '@playwright/test';
import { createInspection, firstStart, startMeeting, test } from './daybook';
import { holdWire, sent, setHidden } from './wire';

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

/** When the worker was sent these words, by the page's clock. */
async function whenSent(page: Parameters<typeof sent>[0], text: string): Promise<number> {
    const commands = await sent(page, 'command');
    return commands.find(({ bytes }) => String.fromCharCode(...bytes).includes(text))?.at ?? Infinity;
}

test('every word is with the worker within a second, also while one types on and nothing is drawn', async ({ daybook }) => {
    const page = await daybook.open();
    await page.clock.install();
    await holdWire(page);
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await page.evaluate(() => (window.requestAnimationFrame = () => 0)); // a page that is never given a frame
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    const typed = new Map<string, number>();
    for (let count = 10; count < 40; ++count) {
        typed.set(`word${count}`, await page.evaluate(() => Date.now()));
        await page.keyboard.insertText(`word${count} `);
        await page.clock.runFor(100);
    }
    await page.clock.runFor(1000);
    for (const [word, at] of typed) expect((await whenSent(page, word)) - at, word).toBeLessThanOrEqual(900);
});

for (const [name, leave] of [
    ['is out of sight', (page) => setHidden(page, true)],
    ['loses the focus', (page) => page.evaluate(() => window.dispatchEvent(new Event('blur')))],
    ['is left', (page) => page.evaluate(() => window.dispatchEvent(new Event('pagehide')))],
    ['is frozen', (page) => page.evaluate(() => document.dispatchEvent(new Event('freeze')))],
] satisfies [string, (page: Parameters<typeof sent>[0]) => Promise<unknown>][]) {
    test(`what was typed is sent at once when the page ${name}`, async ({ daybook }) => {
        const page = await daybook.open();
        await page.clock.install();
        await holdWire(page);
        await firstStart(page);
        await createInspection(page);
        await startMeeting(page);
        const at = (await page.evaluate(() => Date.now())) + 1000;
        await page.clock.pauseAt(at);
        await page.keyboard.insertText('typed a moment ago');
        expect(await whenSent(page, 'typed a moment ago')).toBe(Infinity);
        await leave(page);
        expect(await whenSent(page, 'typed a moment ago')).toBe(at);
    });
}
