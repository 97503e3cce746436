// Words in scripts that Inter lacks can be read wherever the canvas draws them, as the browser itself would set them.
// Never compared with a stored picture: which fonts there are is the system's business.
import { expect, type Page } from '@playwright/test';
import { button, go, openSample, startMeeting, test, words, write } from './daybook';
import { drawn, press, saved, tap } from './hands';
import { type Area, inkIn, type Ink, pixelsOf } from './pixels';

const scripts = {
    arabic: 'قالت المديرة إن المستشار يأتي كل فصل',
    hindi: 'प्रधानाध्यापिका ने कहा कि वे आते हैं',
    chinese: '校长说，顾问每半个学期来一次。',
    emoji: 'Well done 👩🏽‍🏫 👍 🎉',
    mixed: 'Ms مريم said “שלום” – twice',
} as const;

const row = (page: Page, text: string) => page.getByRole('button', { name: new RegExp(text.slice(0, 8)) }).first();

/** Where the words of a row are: its last line. */
async function lineOf(page: Page, text: string): Promise<Area> {
    const box = await row(page, text).boundingBox();
    if (!box) throw new Error('the row has no place');
    return { x: Math.round(box.x) + 8, y: Math.round(box.y + box.height) - 42, width: Math.round(box.width) - 16, height: 34 };
}

/** The same words in the same place, as an element of the page. */
async function asTheBrowserSetsIt(page: Page, text: string, area: Area): Promise<Ink> {
    await page.evaluate(
        ([line, { x, y, width, height }]) => {
            const element = document.createElement('div');
            element.id = 'reference';
            element.dir = 'auto';
            element.textContent = line;
            Object.assign(element.style, {
                position: 'fixed',
                left: `${x}px`,
                top: `${y}px`,
                width: `${width}px`,
                height: `${height}px`,
                boxSizing: 'border-box',
                padding: '4px 8px',
                background: 'var(--surface)',
                color: 'var(--ink)',
                whiteSpace: 'pre',
                zIndex: '9',
                font: `400 ${21 / 1.21}px/26px Inter, system-ui, sans-serif`,
            });
            document.body.append(element);
        },
        [text, area] as const,
    );
    const ink = inkIn(await pixelsOf(page, area));
    await page.evaluate(() => document.getElementById('reference')?.remove());
    return ink;
}

test('a row in Arabic, Hindi, Chinese or with pictures looks as the browser itself sets it', async ({ started: page }) => {
    test.setTimeout(120_000);
    await openSample(page);
    await startMeeting(page);
    for (const text of Object.values(scripts)) {
        await page.keyboard.insertText(text);
        await saved(page);
        await press(button(page, 'New entry'));
        await expect(words(page)).toHaveValue('');
    }
    await page.setViewportSize({ width: 768, height: 1024 });
    await go(page, 'Notebook');
    for (const [name, text] of Object.entries(scripts)) {
        const area = await lineOf(page, text);
        const drawnByUs = inkIn(await pixelsOf(page, area));
        const reference = await asTheBrowserSetsIt(page, text, area);
        expect(reference.count, `${name}: there is something to compare`).toBeGreaterThan(100);
        expect(Math.abs(drawnByUs.width - reference.width), `${name}: width`).toBeLessThanOrEqual(3);
        expect(Math.abs(drawnByUs.height - reference.height), `${name}: height`).toBeLessThanOrEqual(3);
        expect(Math.abs(drawnByUs.left - reference.left), `${name}: on the same side`).toBeLessThanOrEqual(4);
        expect(drawnByUs.count / reference.count, `${name}: as much ink`).toBeGreaterThan(0.8);
        expect(drawnByUs.count / reference.count, `${name}: no more ink`).toBeLessThan(1.25);
    }
});

test('what was typed in another script is found, marked where it is, and read aloud as it is', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await page.keyboard.insertText('المستشار يأتي كل فصل دراسي');
    await saved(page);
    await go(page, 'Find');
    await page.getByRole('searchbox').fill('يأتي');
    await expect(page.getByText(/1 place found/)).toBeAttached();
    const found = page.getByRole('list', { name: 'What was found' }).getByRole('button').first();
    await expect(found).toHaveAccessibleName(/المستشار يأتي كل فصل/);
    const box = await found.boundingBox();
    if (!box) throw new Error('the row has no place');
    const area = { x: box.x + 8, y: box.y + box.height - 42, width: box.width - 16, height: 34 };
    const ink = inkIn(await pixelsOf(page, area));
    expect(ink.left + ink.width, 'it is written from the right').toBeGreaterThan(area.width - 30);
    const accent = '#1d5b79';
    const { data, width } = await pixelsOf(page, { ...area, y: box.y + box.height - 16, height: 4 });
    const underlined = Array.from({ length: width }, (_, x) => data.slice(x * 4, x * 4 + 3))
        .map((rgb, x) => ({ x, hex: `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}` }))
        .filter(({ hex }) => hex === accent);
    expect(underlined.length, 'the match is underlined').toBeGreaterThan(10);
    const [first, last] = [underlined[0]?.x ?? 0, underlined.at(-1)?.x ?? 0];
    expect(last, 'not at the end of the line, where the sentence begins').toBeLessThan(ink.left + ink.width - 20);
    expect(first).toBeGreaterThan(ink.left + 20);
});

test('half of a pair, as a broken keyboard types it, is shown as a mark and costs nothing else', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Before ');
    await words(page).evaluate((area) => {
        (area as HTMLTextAreaElement).value += '\ud83d and after';
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await drawn(page);
    await saved(page);
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /Before \ufffd and after/ })).toBeAttached();
    await tap(page.getByRole('button', { name: /Before \ufffd and after/ }));
    await expect(words(page)).toHaveValue(/Before . and after/);
});
