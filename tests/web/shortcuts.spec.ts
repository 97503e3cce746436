// Keys of a hardware keyboard, pressed on the page: what the app takes, and what stays the browser's and the field's.
// Never says what each key is for: the app has the table (tests/app/orders_test.cpp).
import { expect, type Page } from '@playwright/test';
import { button, firstStart, go, heading, openSample, startMeeting, test, unlock, words, write } from './daybook';
import { drawn, press } from './hands';

const mark = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

/** Presses a key, and says whether the page kept the browser from doing something by it. */
async function taken(page: Page, key: string): Promise<boolean> {
    await page.evaluate(() => {
        const scope = globalThis as unknown as { taken: boolean | undefined };
        scope.taken = undefined;
        window.addEventListener('keydown', (event) => {
            if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) scope.taken = event.defaultPrevented;
        });
    });
    await page.keyboard.press(key);
    await drawn(page);
    return (await page.evaluate(() => (globalThis as unknown as { taken: boolean | undefined }).taken)) ?? false;
}

test('marks and a new entry have keys that work while somebody types, and nothing is lost by them', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'The third band was described in two ways');
    await page.keyboard.press('Control+Shift+Digit2');
    await expect(mark(page, 'Weakness')).toBeChecked();
    await page.keyboard.press('Control+Shift+Digit4');
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('.');
    await expect(words(page)).toHaveValue('The third band was described in two ways.');
    await page.keyboard.type(' More');
    await page.keyboard.press('Control+Enter'); // before a frame has seen the last letters
    await expect(words(page)).toHaveValue('');
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('Second.');
    await page.keyboard.press('Control+Shift+Enter');
    await expect(button(page, 'Stop the meeting')).toHaveCount(0);
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /in confidence.*described in two ways\. More/i })).toBeAttached();
});

test('what somebody types is never taken for a shortcut', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Is it 1, 2 or 3/4?');
    await expect(words(page)).toHaveValue('Is it 1, 2 or 3/4?');
    await expect(words(page)).toBeFocused();
    await go(page, 'Find');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('/1?');
    await expect(page.getByRole('searchbox')).toHaveValue('/1?');
});

test('the sheet of shortcuts comes by its key and by a button on More, and goes back to where one was', async ({ started: page }) => {
    await openSample(page);
    await page.keyboard.press('2');
    await expect(heading(page, 'Notebook')).toBeVisible();
    await page.keyboard.press('?');
    await expect(heading(page, 'Keyboard shortcuts')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /^Strength: Ctrl\+Shift\+1\./ })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Notebook')).toBeVisible();
    await page.keyboard.press('?');
    await page.keyboard.press('?');
    await expect(heading(page, 'Notebook')).toBeVisible();
    await go(page, 'More');
    await press(button(page, /^Keyboard shortcuts/));
    await expect(heading(page, 'Keyboard shortcuts')).toBeVisible();
});

test('the browser keeps the keys that are not the app’s, and those of letters that a keyboard writes with Alt', async ({
    started: page,
}) => {
    await openSample(page);
    expect(await taken(page, 'Control+KeyF')).toBe(true);
    await expect(page.getByRole('searchbox')).toBeFocused();
    expect(await taken(page, 'Control+KeyC')).toBe(false);
    expect(await taken(page, 'Control+Shift+Digit1')).toBe(false); // no entry is open
    expect(await taken(page, 'Control+Alt+Shift+KeyL')).toBe(false);
    await expect(heading(page, 'Find')).toBeVisible();
    expect(await taken(page, 'Control+Shift+Period')).toBe(true);
    await go(page, 'More');
    await expect(button(page, /^Text size\. 115%/)).toBeAttached();
});

test('the notebook is locked by a key, with what was just typed in it', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Typed and locked');
    await page.keyboard.press('Control+Shift+KeyL');
    await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
    await unlock(page);
    await expect(words(page)).toHaveValue('Typed and locked'); // where it was locked
    await page.keyboard.press('Escape');
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /Typed and locked/ })).toBeAttached();
});

test('on an Apple keyboard Command is what Control is elsewhere, and Control with a letter stays the field’s', async ({ daybook }) => {
    const page = await daybook.open();
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'platform', { get: () => 'MacIntel' }));
    await firstStart(page);
    await openSample(page);
    await startMeeting(page);
    await write(page, 'The caret goes forward by Control and F');
    expect(await taken(page, 'Control+KeyF')).toBe(false);
    await expect(words(page)).toBeFocused();
    expect(await taken(page, 'Meta+KeyF')).toBe(true);
    await expect(page.getByRole('searchbox')).toBeFocused();
});

test('Control with K goes anywhere by name, with the caret in its field and nothing else within reach, and back', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'The third band was described in two ways');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('searchbox', { name: 'A place, an entry, or something to do' });
    await expect(field).toBeFocused();
    await expect(page.getByRole('dialog', { name: 'Go to or do' })).toBeAttached();
    await expect(words(page)).toHaveCount(0);
    await page.keyboard.type('use of funding');
    await page.keyboard.press('Enter');
    await expect(button(page, 'Use of funding')).toHaveAttribute('aria-pressed', 'true');
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('.');
    await expect(words(page)).toHaveValue('The third band was described in two ways.');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('text');
    await drawn(page); // the last letter is looked for: until then less of it gives the same
    await expect(page.getByText(/chosen: Text size/)).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(/chosen: Larger text/)).toBeAttached();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Text size')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Text size')).toBeVisible();
});

test('undo takes the last mark back outside of fields, and inside one it stays the field’s', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Two schools');
    await press(button(page, 'In confidence'));
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+z');
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Control+Shift+z');
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
    await words(page).focus();
    await page.keyboard.press('Control+z');
    await expect(words(page)).not.toHaveValue('Two schools');
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
});

test('keys without Control can be turned off, and are off again after a lock and a reload', async ({ started: page }) => {
    await openSample(page);
    await page.keyboard.press('?');
    const switched = button(page, 'Keys without Ctrl');
    await expect(switched).toHaveAttribute('aria-pressed', 'true');
    await press(switched);
    await expect(switched).toHaveAttribute('aria-pressed', 'false');
    expect(await taken(page, '2')).toBe(false);
    await expect(heading(page, 'Keyboard shortcuts')).toBeVisible();
    await page.reload();
    await unlock(page);
    expect(await taken(page, '?')).toBe(false);
    await go(page, 'More');
    await press(button(page, /Keyboard shortcuts/));
    await expect(switched).toHaveAttribute('aria-pressed', 'false');
    expect(await taken(page, 'Control+f')).toBe(true);
    await expect(heading(page, 'Find')).toBeVisible();
});
