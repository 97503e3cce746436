// Words at another size: chosen once, kept with the device, and seen on every screen, the locked one too.
// Never looks at the canvas: native tests look at what is drawn on it at each size.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { button, firstStart, go, heading, openSample, startMeeting, test, unlock, words, write } from './daybook';
import { drawn, press, tap } from './hands';
import { sizes } from './screens';

async function chooseSize(page: Page, percent: number): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Text size/));
    await expect(heading(page, 'Text size')).toBeVisible();
    await tap(page.getByRole('radio', { name: `${percent}%` }));
    await expect(page.getByRole('radio', { name: `${percent}%` })).toBeChecked();
}

const lettersIn = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
/** Of the first of them on a plain screen. */
const lettersOf = (page: Page, selector: 'input' | 'button') =>
    page.locator(`#boot ${selector}`).first().evaluate(lettersIn);

/** Nothing of the plain screens reaches over the window's edge, or out of the box that it stands in. */
async function checkNothingIsCut(page: Page): Promise<void> {
    const cut = await page.locator('#boot').evaluate((boot) => {
        const all = Array.from(boot.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []);
        const wide = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 || one.scrollWidth > one.clientWidth + 1);
        return wide.filter((one) => one.clientWidth > 0).map((one) => `${one.tagName} ${one.textContent}`);
    });
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('a size of words is chosen on More, seen at once, and kept: the lock screen has it before the passcode', async ({ daybook }) => {
    const page = await daybook.open();
    await firstStart(page);
    await openSample(page);
    await chooseSize(page, 200);
    await page.keyboard.press('Escape');
    await expect(button(page, /^Text size\. 200% of the usual size/)).toBeAttached();
    await go(page, 'Today');
    await startMeeting(page);
    const letters = await words(page).evaluate(lettersIn);
    expect(letters).toBeGreaterThanOrEqual(33);
    await write(page, 'Words that are twice as large.');
    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
    expect(await lettersOf(page, 'input')).toBe(34);
    await daybook.close();

    const later = await daybook.open();
    await later.goto('./');
    await expect(button(later, 'Unlock')).toBeVisible();
    expect(await lettersOf(later, 'input')).toBe(34);
    const second = await later.context().newPage();
    await second.goto('./icon.svg');
    await second.evaluate(() => localStorage.setItem('daybook-text-size', '130'));
    await expect.poll(() => lettersOf(later, 'input'), 'another tab’s choice is followed').toBeCloseTo(22.1, 1);
});

test('at 80 percent nothing that is typed into is smaller than 16 pixels, on no screen', async ({ daybook }) => {
    const page = await daybook.open();
    await firstStart(page);
    await openSample(page);
    await chooseSize(page, 80);
    await go(page, 'Find');
    const typed = await page.getByRole('searchbox').evaluate(lettersIn);
    expect(typed).toBeGreaterThanOrEqual(16);
    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
    expect(await lettersOf(page, 'input')).toBe(16);
    expect(await lettersOf(page, 'button')).toBeCloseTo(13.6, 1);
});

test('until a size is chosen, words are as large as the browser is set to', async ({ daybook }) => {
    const folder = join(daybook.profile, 'Default');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: 24 } } }));
    const page = await daybook.open();
    await page.goto('./');
    await expect(page.getByLabel('Your name')).toBeVisible();
    expect(await lettersOf(page, 'input')).toBe(25.5);
    await firstStart(page);
    await openSample(page);
    await go(page, 'More');
    await expect(button(page, /^Text size\. 150%/)).toBeAttached();
});

test('at 200 percent the plain screens show everything on each size of window', async ({ daybook }) => {
    const page = await daybook.open();
    await page.addInitScript(() => localStorage.setItem('daybook-text-size', '200'));
    await page.goto('./');
    await expect(page.getByLabel('Your name')).toBeVisible();
    expect(await lettersOf(page, 'input')).toBe(34);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText('Choose a passcode.')).toBeVisible();
    for (const size of Object.values(sizes)) {
        await page.setViewportSize(size);
        await checkNothingIsCut(page);
    }
    await firstStart(page);
    await page.reload();
    await unlock(page, 'not the passcode');
    await expect(page.getByText('That passcode does not open this notebook.')).toBeVisible();
    for (const size of Object.values(sizes)) {
        await page.setViewportSize(size);
        await checkNothingIsCut(page);
    }
});

test('a stored size that is none is not believed', async ({ daybook }) => {
    const page = await daybook.open();
    for (const nonsense of ['large', '1e9', '-200', '', '79']) {
        await page.addInitScript((stored) => localStorage.setItem('daybook-text-size', stored), nonsense);
        await page.goto('./');
        await expect(page.getByLabel('Your name')).toBeVisible();
        expect(await lettersOf(page, 'input'), nonsense).toBe(17);
    }
});

test('words that grow while somebody types keep the caret', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Some words.');
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => {
        localStorage.setItem('daybook-text-size', '175');
        window.dispatchEvent(new StorageEvent('storage', { key: 'daybook-text-size' }));
    });
    await drawn(page);
    await expect(words(page)).toBeFocused();
    const letters = await words(page).evaluate(lettersIn);
    expect(letters).toBeGreaterThan(28);
    await page.keyboard.type('!');
    await expect(words(page)).toHaveValue('Some words!.');
    await press(button(page, 'Stop the meeting'));
});
