// Filters on Find and the views that are saved of them, in the browser, over a reload.
// Never how many entries a value would leave, which is core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, openSample, startMeeting, test, write } from './daybook';
import { saved, tap } from './hands';

const found = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ entr(y|ies)\b/ });
const chip = (page: Page, name: string | RegExp) => page.getByRole('button', { name, pressed: false });

async function filter(page: Page, ...values: readonly RegExp[]): Promise<void> {
    await tap(button(page, 'Filters'));
    for (const value of values) await tap(chip(page, value));
    await tap(button(page, /^Show \d+ (entry|entries|place|places)$/));
}

test('H28: a filter leaves its entries by day, on a phone as well, and is taken off with one tap', async ({ started: page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openSample(page);
    await go(page, 'Find');
    await filter(page, /^Strength: \d+$/);
    await expect(found(page)).toBeAttached();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await tap(button(page, 'Take off: Strength'));
    await expect(page.getByText(/^Everything that was written/)).toBeAttached();
});

test('H28: words and filters are looked for together', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'The aardvark was redrawn.');
    await tap(page.getByRole('radio', { name: 'Strength' }));
    await go(page, 'Find');
    await page.getByRole('searchbox').fill('aardv');
    await expect(page.getByText('1 place found')).toBeAttached();
    await filter(page, /^Strength: 1$/);
    await expect(page.getByText('1 place found')).toBeAttached();
    await page.getByRole('searchbox').fill('zyzzyva');
    await expect(page.getByText('No entry has all of this.')).toBeAttached();
    await tap(button(page, 'Without the words: 1 entry'));
    await expect(page.getByText('1 entry', { exact: true })).toBeAttached();
});

test('a view is saved, is there after a reload, and its deletion is taken back', async ({ started: page }) => {
    await openSample(page);
    await go(page, 'Find');
    await filter(page, /^Weakness: \d+$/);
    await tap(button(page, 'Save this view'));
    await page.getByLabel('Name of the view').fill('For the letter');
    await tap(button(page, 'Save'));
    await saved(page);
    await comeBack(page);
    await go(page, 'Find');
    await expect(button(page, 'Take off: Weakness'), 'what one filtered by is on again').toBeVisible();
    await tap(button(page, 'Clear all'));
    await tap(page.getByRole('list', { name: 'Saved views' }).getByRole('button'));
    await expect(button(page, 'Take off: Weakness')).toBeVisible();
    await tap(button(page, 'Delete'));
    await expect(page.getByText('The view “For the letter” is deleted.')).toBeAttached();
    await tap(button(page, 'Undo'));
    await expect(page.getByRole('list', { name: 'Saved views' }).getByRole('button')).toHaveCount(1);
    await expect(heading(page, 'Find')).toBeVisible();
});
