// Reload, lock, a second tab, and no connection: the same words each time, for who has the passcode.
// Never ends the browser by force: that is kill.spec.ts.
import { expect, type Page } from '@playwright/test';
import { allText } from './all_text';
import { comeBack, button, createInspection, firstStart, goOnWriting, go, heading, startMeeting, test, unlock, words, write } from './daybook';
import { press, tap } from './hands';
import { serveSite } from './site';

const said = 'Évidence, word for word: 40 % — “tick” ✓\nand a second line';

async function writeInMeeting(page: Page): Promise<void> {
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
}

async function goOn(page: Page): Promise<void> {
    await goOnWriting(page);
    await expect(words(page)).toHaveValue(said);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('after a reload the passcode opens the same words', async ({ started: page }) => {
    await writeInMeeting(page);
    await page.reload();
    await unlock(page);
    await goOn(page);
});

test('a wrong passcode opens nothing and says so, and the right one then opens the same words', async ({ started: page }) => {
    await writeInMeeting(page);
    await page.reload();
    for (const wrong of ['garden window bright sever', 'x', `${'long '.repeat(200)}`]) {
        await unlock(page, wrong);
        await expect(page.getByText('That passcode does not open this notebook.')).toBeVisible();
        await expect(page.getByRole('textbox', { name: 'Passcode' })).toHaveValue('');
    }
    await unlock(page);
    await goOn(page);
});

test('locking takes every word off the page, and the passcode brings them back', async ({ started: page }) => {
    await writeInMeeting(page);
    expect(await allText(page)).toContain('word for word');
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /word for word/ })).toBeVisible();
    await go(page, 'More');
    await tap(button(page, 'Lock now'));
    await expect(page.getByText('The notebook is locked.')).toBeVisible();
    const left = await allText(page);
    for (const secret of ['word for word', 'Northmere', 'Ada Inspector']) expect(left).not.toContain(secret);
    await unlock(page);
    await expect(heading(page, 'More'), 'where it was locked').toBeVisible();
    await goOn(page);
});

test('locking in the middle of a word keeps the word', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('half a wo');
    await go(page, 'More');
    await press(button(page, 'Lock now'));
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('half a wo');
});

test('a browser that is closed in the ordinary way has every word when it is opened again', async ({ daybook }) => {
    const page = await daybook.open();
    await firstStart(page);
    await writeInMeeting(page);
    const again = await daybook.open();
    await comeBack(again);
    await goOn(again);
});

test('with the server stopped a reload works, and the words are there', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await firstStart(page, site.address);
    await writeInMeeting(page);
    await site.stop();
    await expect(page.request.get(site.address)).rejects.toThrow(/ECONNREFUSED/);
    await page.reload();
    await unlock(page);
    await goOn(page);
});

test('with the server stopped a browser that was closed starts as well', async ({ daybook }) => {
    const site = await serveSite();
    await firstStart(await daybook.open(), site.address);
    await site.stop();
    const page = await daybook.open();
    await page.goto(site.address);
    await unlock(page);
    await expect(heading(page, 'Welcome, Ada Inspector')).toBeVisible();
});

test('a second tab says that Daybook is open elsewhere, and opens the same words when the first is closed', async ({
    started: first,
}) => {
    await writeInMeeting(first);
    const second = await first.context().newPage();
    await second.goto('./');
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    await second.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    for (const emptiness of [/^Your name$/, /^Passcode$/, /Create an inspection/, /Start a meeting/]) {
        await expect(second.getByText(emptiness)).toHaveCount(0);
        await expect(second.getByLabel(emptiness)).toHaveCount(0);
    }
    await first.close();
    await second.getByRole('button', { name: 'Try again' }).click();
    await unlock(second);
    await goOn(second);
});

test('the first tab goes on saving while a second one is told to wait', async ({ started: first }) => {
    await createInspection(first);
    await startMeeting(first);
    const second = await first.context().newPage();
    await second.goto('./');
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    await first.bringToFront();
    await write(first, 'still here');
    await first.reload();
    await unlock(first);
    await goOnWriting(first);
    await expect(words(first)).toHaveValue('still here');
});
