// Every screen as a screen reader and a keyboard meet it.
// Never leaves a screen out: the list is screens.ts.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { draw, drop } from './camera';
import { button, createInspection, firstStart, go, heading, openSample, startMeeting, test, unlock } from './daybook';
import { deviceScreens } from './device_screens';
import { filledScreens } from './filled_screens';
import { drawn, press, tap } from './hands';
import { sampleScreens, sizes, themes } from './screens';
import { serveSite } from './site';
import { answer, holdWire } from './wire';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function check(page: Page, where: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
    expect.soft(found, where).toEqual([]);
    expect.soft(await page.getByRole('main').count(), `${where}: main`).toBe(1);
    expect.soft(await page.getByRole('heading', { level: 1 }).count(), `${where}: h1`).toBe(1);
    const nameless = (await page.getByRole('button').count()) - (await page.getByRole('button', { name: /\S/ }).count());
    expect.soft(nameless, `${where}: buttons without a name`).toBe(0);
}

/** All sizes in light, and landscape in dark: the layout depends on the size, the colours on the theme. */
async function checkInAllLooks(page: Page, name: string): Promise<void> {
    for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        for (const [size, viewport] of Object.entries(sizes)) {
            if (theme === 'dark' && size !== 'landscape') continue;
            await page.setViewportSize(viewport);
            await drawn(page);
            await check(page, `${name}, ${size}, ${theme}`);
        }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(sizes.landscape);
    await drawn(page);
}

test('axe finds nothing on the screens before the notebook is open', async ({ daybook }) => {
    test.setTimeout(120_000);
    const page = await daybook.open();
    await page.goto('./');
    await expect(page.getByLabel('Your name')).toBeVisible();
    await checkInAllLooks(page, 'first start');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText('Choose a passcode.')).toBeVisible();
    await checkInAllLooks(page, 'first start with complaints');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(heading(page, /^Welcome/)).toBeVisible();
    await checkInAllLooks(page, 'welcome');
    await page.reload();
    await unlock(page, 'not the passcode');
    await expect(page.getByText('That passcode does not open this notebook.')).toBeVisible();
    await checkInAllLooks(page, 'unlock with a complaint');
    const second = await page.context().newPage();
    await second.goto('./');
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    await checkInAllLooks(second, 'open elsewhere');
});

test('axe finds nothing on the screens of a forgotten passcode, of the device’s own way in, and of a lock', async ({ daybook }) => {
    test.setTimeout(120_000);
    const page = await daybook.open();
    await holdWire(page, ['begin-recovery', 'finish-recovery', 'let-go']);
    await firstStart(page);
    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
    await button(page, 'Forgotten passcode?').click();
    await expect(heading(page, 'Forgotten passcode')).toBeVisible();
    await button(page, 'Make the request').click();
    await checkInAllLooks(page, 'request with complaints');
    await answer(page, { type: 'recovery-request', name: 'daybook-request.cbor', file: [1] });
    await checkInAllLooks(page, 'the request is ready');
    await button(page, 'Back to the lock screen').click();
    const quick = { credential: [1], salt: [2] };
    await answer(page, { type: 'state', state: 'locked', words: 'Two rows were put back.', quick, awaitsRecovery: true });
    await expect(button(page, 'Unlock with this device')).toBeVisible();
    await checkInAllLooks(page, 'unlock in three ways');
    await button(page, 'Open the unlock file').click();
    await button(page, 'Open the notebook').click();
    await checkInAllLooks(page, 'answer with complaints');
    await button(page, 'Back').click();
    await unlock(page);
    await expect(heading(page, /^Welcome/)).toBeVisible();
    await answer(page, { type: 'wanted-elsewhere' });
    await expect(heading(page, 'Daybook is opening in another tab')).toBeVisible();
    await checkInAllLooks(page, 'handing over');
    await answer(page, { type: 'let-go' });
    await expect(heading(page, 'Daybook is now open in another tab')).toBeVisible();
    await checkInAllLooks(page, 'given away');
});

test('axe finds nothing on any screen of an inspection', async ({ started: page }) => {
    test.setTimeout(20_000 * sampleScreens.length);
    await openSample(page);
    for (const screen of sampleScreens) {
        await screen.show(page);
        await checkInAllLooks(page, screen.name);
    }
});

test('axe finds nothing on the screens that a whole inspection fills', async ({ daybook }) => {
    test.setTimeout(20_000 * filledScreens.length);
    const site = await serveSite({ sample: 'whole' });
    const page = await daybook.open();
    await firstStart(page, site.address);
    await openSample(page);
    for (const screen of filledScreens) {
        await screen.show(page);
        await checkInAllLooks(page, screen.name);
    }
    await site.stop();
});

test('axe finds nothing on the screens of the device, on going anywhere by name, and on covered words', async ({ started: page }) => {
    test.setTimeout(20_000 * deviceScreens.length);
    await openSample(page);
    for (const screen of deviceScreens) {
        await screen.show(page);
        await checkInAllLooks(page, screen.name);
    }
});

test('axe finds nothing on an entry with photographs, and on one that is open', async ({ started: page }) => {
    test.setTimeout(120_000);
    await createInspection(page);
    await startMeeting(page);
    const picture = await draw(page.context(), 800, 600);
    for (const count of [1, 2]) {
        await drop(page, { name: 'photograph.jpg', mimeType: 'image/jpeg', buffer: picture });
        await expect(page.getByRole('button', { name: /^Photograph/ })).toHaveCount(count);
    }
    await checkInAllLooks(page, 'entry with photographs');
    await tap(page.getByRole('button', { name: /^Photograph 1 of 2/ }));
    await expect(page.getByRole('img')).toBeVisible();
    await checkInAllLooks(page, 'photograph');
});

/** What the keyboard's focus is on, as it is named. */
async function focusedName(page: Page): Promise<string> {
    return page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (!active || active === document.body || active.id === 'canvas') return '';
        const { top, bottom } = active.getBoundingClientRect();
        const seen = bottom > 0 && top < innerHeight ? '' : ' (out of sight)';
        return (active.getAttribute('aria-label') ?? active.textContent ?? '') + seen;
    });
}

/** Goes on with the Tab key until the focus is where it was first, or leaves the page. */
async function walk(page: Page): Promise<string[]> {
    const names: string[] = [];
    for (let step = 0; step < 60; ++step) {
        await page.keyboard.press('Tab');
        await drawn(page);
        const name = await focusedName(page);
        if (name === '' || (name === names[0] && step > 1)) return names;
        if (name !== names.at(-1)) names.push(name); // a date field is several steps
    }
    return names;
}

const places = ['Today', 'Notebook', 'Hand over', 'Find', 'More'];

test('the Tab key goes through Today in reading order and leaves nothing out', async ({ started: page }) => {
    await openSample(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const names = await walk(page);
    const first = [...places, 'Lock', 'Start a meeting', expect.stringMatching(/^Before you leave:/), 'Create your own inspection'];
    expect(names.slice(0, first.length)).toEqual(first);
    const rows = await page.getByRole('listitem').getByRole('button').allTextContents();
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(names.slice(first.length)).toEqual(rows);
});

test('the Tab key goes through the form of a new inspection in reading order, and each field comes into sight', async ({
    started: page,
}) => {
    await press(button(page, 'Create an inspection'));
    await expect(heading(page, 'New inspection')).toBeFocused(); // a new screen is read from its heading on
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName(page)).toBe('Back');
    expect(await walk(page)).toEqual([
        'Local authority',
        'First day',
        'Last day',
        'Lead inspector',
        'Team',
        'Lead’s key',
        'Office’s recovery key',
        'Create the inspection',
        'Lock',
    ]);
});

test('a whole entry can be made without a pointer', async ({ started: page }) => {
    await openSample(page);
    await press(button(page, 'Start a meeting'));
    await page.getByRole('radio', { name: 'Meeting', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Telephone call', exact: true })).toBeChecked();
    await press(button(page, 'Start'));
    await expect(page.getByRole('textbox', { name: 'What was said' })).toBeFocused();
    await page.keyboard.type('By keyboard alone.');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Entry'); // what the marks go to
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toMatch(/Strength|Weakness|Neutral/);
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('In confidence');
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'In confidence', pressed: true })).toBeVisible();
    await press(button(page, 'Stop the meeting'));
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /in confidence.*By keyboard alone\./ })).toBeVisible();
});

test('the wheel scrolls a form also where it is turned over a field', async ({ started: page }) => {
    await press(button(page, 'Create an inspection'));
    const field = page.getByRole('textbox', { name: 'Lead inspector' });
    await expect(field).toBeVisible();
    const before = await field.boundingBox();
    if (!before) throw new Error('the field has no place');
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.wheel(0, 150);
    const top = async (): Promise<number> => (await field.boundingBox())?.y ?? before.y;
    await expect.poll(top, { timeout: 3000 }).toBeLessThan(before.y - 100);
});

test('on a touch screen a tap presses and a drag only scrolls', async ({ daybook }) => {
    const page = await daybook.open({ viewport: sizes.phone, hasTouch: true, isMobile: true });
    await page.goto('./');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).tap();
    await openSample(page);
    await go(page, 'Notebook');
    const row = page.getByRole('button', { name: /Officers opened with three priorities/ });
    const before = await row.boundingBox();
    const session = await page.context().newCDPSession(page);
    let clock = Date.now() / 1000; // the finger's own: it is as quick on a busy machine
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number): Promise<unknown> =>
        session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: y === undefined ? [] : [{ x: 190, y }],
            timestamp: (clock += 0.016),
        });
    await touch('touchStart', 600);
    for (const y of [570, 520, 460, 400]) await touch('touchMove', y);
    await touch('touchEnd');
    await drawn(page);
    await expect(heading(page, 'Notebook')).toBeVisible();
    const top = async (): Promise<number> => (await row.boundingBox())?.y ?? 0;
    await expect.poll(top).toBeLessThan((before?.y ?? 0) - 100);
    // A finger that comes down on what still rolls stops it, and presses nothing.
    const rolling = await row.boundingBox();
    await touch('touchStart', (rolling?.y ?? 0) + 20);
    await touch('touchEnd');
    await drawn(page);
    await expect(heading(page, 'Notebook')).toBeVisible();
    let last = 0;
    const resting = async (): Promise<boolean> => last === (last = await top());
    await expect.poll(resting, { message: 'the list swings out', intervals: [100] }).toBe(true);
    await tap(row);
    await expect(page.getByRole('textbox', { name: 'What was said' })).toHaveValue(/Officers opened/);
});
