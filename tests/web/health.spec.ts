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
    // How many depends on the day: once the last one is over, lists that nobody began are open too.
    const said = await status(page, /\d+ things are open/).textContent();
    const open = Number(/(\d+) things are open/.exec(said ?? '')?.[1]);
    expect(open).toBeGreaterThanOrEqual(9);
    await tap(button(page, `Set aside: ${funding}`));
    await page.getByLabel('Why it can stay as it is').fill('The budget is looked at on Wednesday.');
    await tap(button(page, `Set aside: ${funding}`));
    await expect(status(page, `${open - 1} things are open; 1 is set aside`)).toBeAttached();
    await saved(page);
    await comeBack(page);
    await toHealth(page);
    await expect(page.getByText(/The budget is looked at on Wednesday\.$/)).toBeAttached();
    await tap(button(page, `Take up again: ${funding}`));
    await expect(status(page, `${open} things are open`)).toBeAttached();
});
