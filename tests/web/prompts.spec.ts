// Prompts: what the app types into the field is the field's, its undo included; and the mark to come back by.
import { expect } from '@playwright/test';
import { button, go, openSample, startMeeting, test, words, write } from './daybook';
import { saved, tap } from './hands';

test('a prompt begins a paragraph below the caret, which goes there, and the field takes it back by its own undo', async ({
    started: page,
}) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Officers spoke first. Ünïcödé 🌊\nThen the members.');
    await page.keyboard.press('ArrowUp');
    await tap(button(page, 'Prompts'));
    await expect(button(page, 'Prompts')).toHaveAttribute('aria-expanded', 'true');
    await tap(button(page, /How good are decisions/));
    await expect(words(page)).toBeFocused();
    await expect(words(page)).toHaveValue('Officers spoke first. Ünïcödé 🌊\nDecisions: \nThen the members.');
    await page.keyboard.type('taken with schools');
    await expect(words(page)).toHaveValue('Officers spoke first. Ünïcödé 🌊\nDecisions: taken with schools\nThen the members.');
    await saved(page);
    for (let times = 0; times < 40 && (await words(page).inputValue()).includes('Decisions'); ++times) {
        await page.keyboard.press('Control+z');
    }
    await expect(words(page)).toHaveValue('Officers spoke first. Ünïcödé 🌊\nThen the members.');
    await page.keyboard.press('Control+Shift+z');
    await expect(words(page)).toHaveValue(/Decisions/);
});

test('a prompt that is pressed first thing in an entry is kept, and is there again', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await tap(button(page, 'Prompts'));
    await tap(button(page, /How committed are members/));
    await expect(words(page)).toHaveValue('Commitment: ');
    await page.keyboard.type('strong');
    await saved(page);
    await go(page, 'Notebook');
    await expect(page.getByRole('button', { name: /Commitment: strong/ })).toBeAttached();
});

test('an entry that is marked to come back to waits on Today, until the mark is taken away', async ({ started: page }) => {
    await openSample(page);
    await startMeeting(page);
    await write(page, 'Ask for the list of schools.');
    await tap(button(page, 'Come back to this'));
    await expect(button(page, 'Come back to this')).toHaveAttribute('aria-pressed', 'true');
    await saved(page);
    await go(page, 'Today');
    const list = page.getByRole('list', { name: 'To come back to' });
    await tap(list.getByRole('button', { name: /Ask for the list/ }));
    await tap(button(page, 'Come back to this'));
    await tap(button(page, 'Undo'));
    await expect(button(page, 'Come back to this')).toHaveAttribute('aria-pressed', 'true');
    await tap(button(page, 'Redo'));
    await go(page, 'Today');
    await expect(list).toHaveCount(0);
});
