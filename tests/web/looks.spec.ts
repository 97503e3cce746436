// What the page makes of its surroundings while it is open: colours wished for or forced, motion, density, notches, turning.
// Never by looking at whole pictures: single pixels of the canvas, and where its nodes are.
import { expect, type Page } from '@playwright/test';
import { button, go, heading, openSample, startMeeting, test, words, write } from './daybook';
import { drawn } from './hands';
import { pixel } from './pixels';
import { sizes } from './screens';

const corner = (page: Page): Promise<string> => pixel(page, 2, 2);

/** What the browser has for one of its own colours, and for one of ours. */
const colourOf = (page: Page, value: string): Promise<string> =>
    page.evaluate((colour) => {
        const probe = document.createElement('div');
        probe.style.cssText = 'forced-color-adjust: none';
        probe.style.color = colour;
        document.body.append(probe);
        const parts = getComputedStyle(probe).color.match(/\d+/g) ?? [];
        probe.remove();
        return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    }, value);

test('light, dark, more contrast and forced colours are followed while the page is open, on the canvas and beside it', async ({
    started: page,
}) => {
    await openSample(page);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await corner(page)).toBe('#f6f2ea');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await corner(page)).toBe('#14171a');
    expect(await colourOf(page, 'var(--paper)')).toBe('#14171a');
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    expect(await corner(page)).toBe('#000000');
    expect(await colourOf(page, 'var(--paper)')).toBe('#000000');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    expect(await corner(page)).toBe('#ffffff');
    for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, contrast: null, forcedColors: 'active' });
        expect(await corner(page), `forced, ${colorScheme}`).toBe(await colourOf(page, 'Canvas'));
        expect(await colourOf(page, 'var(--paper)')).toBe(await colourOf(page, 'Canvas'));
    }
    await go(page, 'Find');
    const field = page.getByRole('searchbox');
    const colours = await field.evaluate((input) => {
        const { color, backgroundColor } = getComputedStyle(input);
        return color !== backgroundColor;
    });
    expect(colours, 'words in a field can be read').toBe(true);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: null });
    expect(await corner(page)).toBe('#f6f2ea');
});

test('with forced colours the main button of the canvas is drawn in the system’s colour of links', async ({ started: page }) => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await openSample(page);
    const box = await button(page, 'Start a meeting').boundingBox();
    if (!box) throw new Error('the button has no place');
    expect(await pixel(page, box.x + 30, box.y + box.height / 2)).toBe(await colourOf(page, 'LinkText'));
});

test('words are drawn sharp when the window comes to a screen of another density', async ({ started: page }) => {
    await openSample(page);
    const canvasWidth = (): Promise<number> => page.locator('#canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).width);
    expect(await canvasWidth()).toBe(1024);
    const session = await page.context().newCDPSession(page);
    // Chromium tells no page that its emulated density alone has changed: the window is a pixel lower each time.
    let height = 768;
    const density = (deviceScaleFactor: number): Promise<unknown> =>
        session.send('Emulation.setDeviceMetricsOverride', { width: 1024, height: --height, deviceScaleFactor, mobile: false });
    for (const [factor, width] of [[2, 2048], [1.5, 1536], [3, 2048], [1, 1024]] as const) {
        await density(factor);
        await expect.poll(canvasWidth, `density ${factor}`).toBe(width);
    }
    await startMeeting(page);
    await write(page, 'Written after all that.');
});

test('nothing that is needed lies under a notch or the system’s own bars, and the bar’s colour reaches the edge', async ({
    started: page,
}) => {
    await openSample(page);
    await page.setViewportSize(sizes.phone);
    await drawn(page);
    const session = await page.context().newCDPSession(page);
    const inset = (insets: Record<string, number>): Promise<unknown> =>
        session.send('Emulation.setSafeAreaInsetsOverride' as never, { insets } as never) as Promise<unknown>;
    const barAtTheBottom = await pixel(page, 2, sizes.phone.height - 2);
    await inset({ top: 59, bottom: 34, left: 20, right: 20 });
    const places = page.getByRole('navigation', { name: 'Places' });
    const bottom = async (): Promise<number> => {
        const box = await places.getByRole('button', { name: 'Today' }).boundingBox();
        return box ? box.y + box.height : 0;
    };
    await expect.poll(bottom).toBeLessThanOrEqual(sizes.phone.height - 34);
    const status = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(status?.y).toBeGreaterThan(59);
    expect(status?.x).toBeGreaterThan(20);
    expect(await pixel(page, 2, sizes.phone.height - 2)).toBe(barAtTheBottom);
    await inset({});
    await expect.poll(bottom).toBeGreaterThan(sizes.phone.height - 34);
});

test('a tablet that is turned in the middle of a word keeps the place, the words and the caret', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'The adviser comes every half-term.');
    for (let step = 0; step < 5; ++step) await page.keyboard.press('ArrowLeft');
    const caret = (): Promise<number> => words(page).evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
    const before = await caret();
    for (const size of [sizes.portrait, sizes.landscape, sizes.phone, sizes.landscape]) {
        await page.setViewportSize(size);
        await drawn(page);
        await expect(words(page)).toBeFocused();
        expect(await caret()).toBe(before);
        const box = await words(page).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(true);
    }
    await page.keyboard.type('!');
    await expect(words(page)).toHaveValue('The adviser comes every half-!term.');
    await expect(heading(page, 'Meeting')).toBeVisible();
});

test('with reduced motion a list that was pushed stops with the finger', async ({ daybook }) => {
    const page = await daybook.open({ hasTouch: true, viewport: sizes.phone, reducedMotion: 'reduce' });
    await page.goto('./');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).click();
    await openSample(page);
    await go(page, 'Notebook');
    const row = page.getByRole('button', { name: /Officers opened with three priorities/ });
    const top = async (): Promise<number> => (await row.boundingBox())?.y ?? 0;
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 190, y }] });
    await touch('touchStart', 600);
    for (const y of [570, 520, 460, 400]) await touch('touchMove', y);
    await touch('touchEnd');
    await drawn(page);
    const stopped = await top();
    await drawn(page);
    await drawn(page);
    expect(await top()).toBe(stopped);
});
