// Marks on some of an entry's words: chosen in the page's own field, with the focus left where it is.
// Never looks at a picture: what is told of the screen, and how many frames it took.
import { expect, type Page } from '@playwright/test';
import { count, countDrawing } from './counting';
import { button, createInspection, firstStart, goOnWriting, startMeeting, test, unlock, words, write } from './daybook';
import { drawn, press, putCaret, saved, tap } from './hands';

const said = 'The head said that she was leaving.\nThen we went on.';

/** Chooses words as a hand does that drags over them: the field has the focus. */
async function choose(page: Page, chosen: string): Promise<void> {
    await words(page).evaluate((field, part) => {
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.focus();
        const from = field.value.indexOf(part);
        field.setSelectionRange(from, from + part.length);
    }, chosen);
}

const goTo = (page: Page, where: string) => page.getByText(where, { exact: true });
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

async function writeAnEntry(page: Page): Promise<void> {
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
}

test('a mark goes to the chosen words, the field keeps the focus, and the words stay chosen', async ({ started: page }) => {
    await writeAnEntry(page);
    await expect(goTo(page, 'These marks go to the whole entry.')).toHaveAttribute('aria-live', 'polite');
    await choose(page, 'she was leaving');
    await expect(goTo(page, 'These marks go to the chosen words: “she was leaving”')).toBeAttached();
    await tap(button(page, 'In confidence'));
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
    await expect(words(page)).toBeFocused();
    await expect(page.getByRole('button', { name: 'in confidence. “she was leaving”' })).toBeAttached();
    await page.keyboard.press('ArrowRight');
    await expect(goTo(page, 'These marks go to the whole entry.')).toBeAttached();
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'false');
    await saved(page);
});

test('a marked passage is there after a reload, and moves along with what is typed', async ({ started: page }) => {
    await writeAnEntry(page);
    await choose(page, 'she was leaving');
    await tap(button(page, 'In confidence'));
    await saved(page);
    await page.reload();
    await unlock(page);
    await goOnWriting(page);
    await words(page).evaluate((field) => {
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.focus();
        field.setSelectionRange(0, 0);
    });
    await page.keyboard.insertText('Well. 😀 ');
    await saved(page);
    await choose(page, 'she was leaving');
    await expect(button(page, 'In confidence')).toHaveAttribute('aria-pressed', 'true');
});

test('words that are typed and marked at once are saved with their mark', async ({ started: page }) => {
    await writeAnEntry(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' And this is for nobody else.');
    await choose(page, 'this is for nobody else');
    await tap(button(page, 'In confidence'));
    await saved(page);
    await expect(page.getByRole('button', { name: 'in confidence. “this is for nobody else”' })).toBeAttached();
});

test('the paragraph of the caret is marked without choosing, and follows the caret', async ({ started: page }) => {
    await writeAnEntry(page);
    await putCaret(words(page));
    await page.keyboard.press('Control+Home');
    await press(radio(page, 'Paragraph'));
    await expect(goTo(page, 'These marks go to this paragraph: “The head said that she was leaving.”')).toBeAttached();
    await words(page).focus();
    await page.keyboard.press('Control+End');
    await expect(goTo(page, 'These marks go to this paragraph: “Then we went on.”')).toBeAttached();
    await tap(radio(page, 'Strength'));
    await expect(page.getByRole('button', { name: 'strength. “Then we went on.”' })).toBeAttached();
    await saved(page);
});

test('a caret that moves draws nothing while no words are chosen, and a mark takes at most six frames', async ({ daybook }) => {
    const page = await daybook.open();
    await countDrawing(page);
    await firstStart(page);
    await writeAnEntry(page);
    await putCaret(words(page));
    await drawn(page);
    const still = await count(page);
    for (let step = 0; step < 10; ++step) await page.keyboard.press('ArrowLeft');
    await drawn(page);
    expect((await count(page)).frames).toBe(still.frames);

    await choose(page, 'she was leaving');
    await drawn(page);
    const before = await count(page);
    expect(before.frames).toBeGreaterThan(still.frames);
    await tap(button(page, 'In confidence'));
    await saved(page);
    await drawn(page);
    expect((await count(page)).frames - before.frames).toBeLessThanOrEqual(6);
});
