// What is due when, in the browser: days that are said, kept and counted from, and the file for a calendar.
// Never the counting itself, which is core's.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { author, button, comeBack, createInspection, go, heading, test } from './daybook';
import { putDate, saved, tap } from './hands';

const check = 'Report sent for the factual accuracy check';

async function toDeadlines(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Deadlines/));
    await expect(heading(page, 'Deadlines')).toBeVisible();
}

test('H44, F53: a day that is said is kept over a reload, and what waits for it is counted from it', async ({ started: page }) => {
    await createInspection(page);
    await toDeadlines(page);
    await expect(page.getByText(/^20 working days after .*\(F53\)\.$/)).toBeAttached();
    await expect(page.getByText(/^28 working days after .*\(H45\)\.$/)).toBeAttached();
    await expect(page.getByText(/^5 working days after a date that has not been entered: .*\(H44\)\.$/)).toBeAttached();
    await putDate(page.getByLabel(check), '2026-10-02');
    await tap(button(page, 'Save these dates'));
    await saved(page);
    await expect(page.getByText(/Fri 9 Oct 2026$/)).toBeAttached();
    await comeBack(page);
    await toDeadlines(page);
    await expect(page.getByLabel(check)).toHaveValue('2026-10-02');
    await expect(page.getByText(/Fri 9 Oct 2026$/)).toBeAttached();
});

test('the file for a calendar has the days that are known, and neither the authority nor the inspector', async ({ started: page }) => {
    await createInspection(page, { authority: 'Quondamshire' });
    await toDeadlines(page);
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save for a calendar'))]);
    expect(download.suggestedFilename()).toBe('deadlines.ics');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(3);
    expect(text).toContain('DTSTART;VALUE=DATE:20261016\r\n'); // 20 working days after 18 September
    for (const word of ['Quondamshire', author, 'Grace Lead']) expect(text).not.toContain(word);
});
