// What an entry says beyond its words, in the browser: impact, follow-ups and what must be passed on, over a reload.
// Never the states themselves, which are core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test, words } from './daybook';
import { saved, tap } from './hands';

async function writeEntry(page: Page, said: string): Promise<void> {
    await createInspection(page);
    await tap(button(page, 'Start a meeting'));
    await tap(button(page, 'Start'));
    await expect(words(page)).toBeVisible();
    await words(page).fill(said);
    await tap(button(page, 'More marks'));
}

const mark = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('H26-H27: a follow-up is answered by an entry that is begun from it, and the impact is kept over a reload', async ({ started: page }) => {
    await writeEntry(page, 'Who looks at the grants?');
    await tap(mark(page, 'Follow-up'));
    await page.getByLabel('Impact').fill('None was refused.');
    await saved(page);
    await comeBack(page);
    await go(page, 'More');
    await tap(button(page, /^Follow-ups/));
    await tap(button(page, /Who looks at the grants/));
    await expect(heading(page, 'Follow-up')).toBeVisible();
    await tap(button(page, 'Write the answer'));
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('The auditor does.');
    await saved(page);
    await tap(button(page, 'Back'));
    await expect(page.getByText('Answered', { exact: true })).toBeAttached();
    await tap(button(page, /Who looks at the grants/));
    await expect(page.getByText('None was refused.')).toBeAttached();
});

test('H34, F43: what was disclosed is on Today until it is recorded to whom it was passed on', async ({ started: page }) => {
    await writeEntry(page, 'A pupil was left alone.');
    await tap(page.getByRole('radio', { name: 'Safeguarding' }));
    await saved(page);
    await comeBack(page);
    await go(page, 'Today');
    await tap(button(page, /^To be passed on/));
    await tap(button(page, /A pupil was left alone/));
    await page.getByLabel('To whom').fill('The designated officer');
    await tap(button(page, 'Record that it was passed on: Safeguarding'));
    await expect(page.getByText(/^To The designated officer, /)).toBeAttached();
    await saved(page);
    await go(page, 'Today');
    await expect(button(page, /^To be passed on/)).toHaveCount(0);
});

test('F42: a conflict of interest that is declared is there again after a reload', async ({ started: page }) => {
    await createInspection(page);
    await go(page, 'More');
    await tap(button(page, /^Conflicts of interest/));
    await tap(button(page, 'Add a declaration'));
    await page.getByLabel('What is declared').fill('Was a governor here until 2012.');
    await tap(button(page, 'Save'));
    await saved(page);
    await comeBack(page);
    await go(page, 'More');
    await tap(button(page, /^Conflicts of interest/));
    await expect(page.getByText('Was a governor here until 2012.')).toBeAttached();
});
