// What is missing, in the browser: the way there, and what was set aside, over a reload.
// Never the rules themselves, which are core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap } from './hands';

async function toHealth(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Health/));
    await expect(heading(page, 'Health')).toBeVisible();
}

const status = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const funding = 'How available funding brings improvement, and reaches those who need it most';

test('H60: an aspect without evidence is open until it is set aside with a reason, which is kept over a reload', async ({ started: page }) => {
    await createInspection(page);
    await toHealth(page);
    await expect(status(page, '9 things are open')).toBeAttached();
    await tap(button(page, `Set aside: ${funding}`));
    await page.getByLabel('Why it can stay as it is').fill('The budget is looked at on Wednesday.');
    await tap(button(page, `Set aside: ${funding}`));
    await expect(status(page, '8 things are open; 1 is set aside')).toBeAttached();
    await saved(page);
    await comeBack(page);
    await toHealth(page);
    await expect(page.getByText(/The budget is looked at on Wednesday\.$/)).toBeAttached();
    await tap(button(page, `Take up again: ${funding}`));
    await expect(status(page, '9 things are open')).toBeAttached();
});
