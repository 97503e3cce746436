// One notebook, several tabs: what each says while it goes from one to the other.
// Never lets two tabs show the same notebook. What the workers do with it is storage's tests' business.
import { expect } from '@playwright/test';
import { allText } from './all_text';
import { button, createInspection, firstStart, goOnWriting, heading, startMeeting, test, unlock, words } from './daybook';
import { answer, holdWire, sent, sentKinds } from './wire';

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a tab without the notebook asks for it when it is told to, and says what it waits for', async ({ started: first }) => {
    const second = await first.context().newPage();
    await holdWire(second, ['take']);
    await second.goto('./');
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    expect(await sent(second, 'take')).toEqual([]);
    await button(second, 'Use it here').click();
    await expect(button(second, 'Taking the notebook over…')).toBeVisible();
    await expect(second.getByRole('status')).toHaveText(/stores its last words/);
    expect(await sent(second, 'take')).toHaveLength(1);
    await answer(second, { type: 'elsewhere' });
    await expect(second.getByRole('alert')).toHaveText('The other tab did not let go. Close it, then try again.');
    await button(second, 'Use it here').click();
    await answer(second, { type: 'refused', words: 'The other tab still stores.' });
    await expect(second.getByRole('alert')).toHaveText('The other tab still stores.');
    await expect(button(second, 'Use it here')).toBeFocused();
});

test('a tab that is asked for the notebook sends what was typed, lets go, and empties itself', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page, ['let-go']);
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.insertText('half a wo');
    await answer(page, { type: 'wanted-elsewhere' });
    await expect(heading(page, 'Daybook is opening in another tab')).toBeVisible();
    expect((await sentKinds(page)).slice(-2)).toEqual(['command', 'let-go']);
    await page.keyboard.insertText(' and nothing more');
    await answer(page, { type: 'let-go' });
    await expect(heading(page, 'Daybook is now open in another tab')).toBeVisible();
    const left = await allText(page);
    for (const secret of ['half a wo', 'Northmere', 'Ada Inspector']) expect(left).not.toContain(secret);
    expect(page.workers()).toHaveLength(0);

    await button(page, 'Use it here again').click();
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('half a wo');
});

test('a tab that gave the notebook away asks for it at once when it is wanted there again', async ({ started: first }) => {
    const second = await first.context().newPage();
    await holdWire(second, ['take']);
    await second.goto('./');
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    await answer(second, { type: 'let-go' });
    await button(second, 'Use it here again').click();
    await expect.poll(() => sent(second, 'take')).toHaveLength(1);
    await answer(second, { type: 'elsewhere' });
    await expect(second.getByRole('alert')).toHaveText('The other tab did not let go. Close it, then try again.');
});

test('a tab whose last words are not stored keeps the notebook', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page, ['let-go']);
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await answer(page, { type: 'storing', failing: true });
    await answer(page, { type: 'wanted-elsewhere' });
    expect(await sent(page, 'let-go')).toEqual([]);
    await answer(page, { type: 'storing', failing: false });
    await answer(page, { type: 'wanted-elsewhere' });
    expect(await sent(page, 'let-go')).toHaveLength(1);
    await answer(page, { type: 'storing', failing: true }); // the disk filled up just then
    await expect(words(page)).toBeVisible();
    await words(page).click();
    await page.keyboard.type('going on');
    await expect(words(page)).toHaveValue('going on');
});

test('an app that has ended itself leaves its words to be read and copied, and takes no more', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('typed last');
    await page.evaluate(() => {
        const error = new WebAssembly.RuntimeError('unreachable');
        window.dispatchEvent(new ErrorEvent('error', { error }));
    });
    await expect(heading(page, 'Daybook had to stop')).toBeVisible();
    await expect(words(page)).toBeVisible();
    await expect(words(page)).toHaveValue('typed last');
    await expect(words(page)).toHaveAttribute('readonly');
    await expect(button(page, 'Reload')).toBeInViewport();
});
