// The history of an entry and the notebook as it stood, in the browser: what is told, brought back, and still there after a reload.
// Never the differences themselves, which are core's.
import { expect, type Page } from '@playwright/test';
import { button, createInspection, go, heading, startMeeting, test, unlock, words, write } from './daybook';
import { putDate, saved, tap } from './hands';

const first = 'The head spoke of reading only.';
const second = 'The head spoke of reading and spelling.';

async function writeTwice(page: Page): Promise<void> {
    await createInspection(page);
    await startMeeting(page);
    await write(page, first);
    await saved(page);
    await words(page).fill(second);
    await saved(page);
}

async function toHistory(page: Page): Promise<void> {
    await tap(button(page, 'History of this entry'));
    await expect(heading(page, 'History of this entry')).toBeVisible();
}

test('H28: what an entry said before is told in words, opened change by change, and kept over a reload', async ({ started: page }) => {
    await writeTwice(page);
    await toHistory(page);
    const steps = page.getByRole('list', { name: 'History of this entry' }).getByRole('listitem');
    await expect(steps).toHaveCount(1); // one person, one sitting
    await expect(page.getByText(`added: “${second}”`)).toBeAttached();
    await tap(button(page, /changes one by one/));
    await expect(page.getByText(/removed: “only”; added: “and spelling”$/)).toBeAttached();
    await expect(page.getByText(/· Entry begun$/)).toBeAttached();
    await page.reload();
    await unlock(page);
    await expect(heading(page, 'History of this entry')).toBeVisible();
    await expect(page.getByText(`added: “${second}”`)).toBeAttached();
});

test('H28: marks stand in the history, and the entry says when each was put on and taken off', async ({ started: page }) => {
    await writeTwice(page);
    await tap(page.getByRole('radio', { name: 'Strength' }));
    await tap(button(page, 'In confidence'));
    await saved(page);
    await toHistory(page);
    await expect(page.getByText('Put on: Strength')).toBeAttached();
    await expect(page.getByText('Put on: In confidence')).toBeAttached();
});

test('H28: as it stood at a minute, the notebook can be read and nothing can be typed', async ({ started: page }) => {
    await writeTwice(page);
    await go(page, 'More');
    await tap(button(page, /^As it stood/));
    await expect(heading(page, 'As it stood')).toBeVisible();
    await putDate(page.getByLabel('Time', { exact: true }), '00:00');
    await tap(button(page, 'Show'));
    await expect(page.getByText('Nothing had been written by then.')).toBeAttached();
    await tap(button(page, 'Back to now'));
    await expect(heading(page, 'Notebook')).toBeVisible();
    await go(page, 'More');
    await tap(button(page, /^As it stood/));
    await tap(button(page, 'Show')); // the fields say what the clock does
    await tap(button(page, new RegExp(second)));
    await expect(heading(page, 'Entry as it stood')).toBeVisible();
    await expect(words(page)).toHaveCount(0);
    await expect(page.getByText('Its words are the same now.')).toBeAttached();
    await tap(button(page, 'To this entry as it is now'));
    await expect(words(page)).toHaveValue(second);
});
