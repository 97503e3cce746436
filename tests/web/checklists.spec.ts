// Checklists in the browser: what is said of an item and what is noted of it are there again after a reload.
// Never the counting itself, which is core's.
import { expect, type Locator, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test, words } from './daybook';
import { saved, tap } from './hands';

async function toList(page: Page, name: string): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Checklists/));
    await tap(button(page, new RegExp(`^${name}`)));
    await expect(heading(page, name)).toBeVisible();
}

const choice = (page: Page, item: RegExp, state: string): Locator =>
    page.getByRole('radiogroup', { name: item }).getByRole('radio', { name: state, exact: true });

test('H15: what is done and what is noted of it are kept over a reload', async ({ started: page }) => {
    await createInspection(page);
    await toList(page, 'Notification call: its purposes');
    await tap(choice(page, /^First questions/, 'Done'));
    await expect(choice(page, /^First questions/, 'Done')).toBeChecked();
    await tap(button(page, /^Add a note: First questions/));
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('How long it takes.');
    await saved(page);
    await comeBack(page);
    await toList(page, 'Notification call: its purposes');
    await expect(choice(page, /^First questions/, 'Done')).toBeChecked();
    await expect(page.getByText('How long it takes.')).toBeAttached();
    await expect(page.getByText('1 of 8 done')).toBeAttached();
});

test('H16: an entry about a document begins with its name and its note, and the caret stands behind them', async ({ started: page }) => {
    await createInspection(page);
    await toList(page, 'Documents requested');
    await tap(choice(page, /^Who works on/, 'Received'));
    await tap(button(page, /^Add a note: Who works on/));
    await page.keyboard.type('Two posts are empty.');
    await tap(button(page, /^Start an entry about this document: Who works on/));
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('Since May.');
    await expect(words(page)).toHaveValue(/^Who works on.*\nTwo posts are empty\.\nSince May\.$/);
    await saved(page);
});
