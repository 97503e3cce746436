// Time in the browser: a timer that is paused and goes on, times that are typed in, and what is told of them afterwards.
// Never the sums themselves, which are core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, startMeeting, test, write } from './daybook';
import { putDate, saved, tap } from './hands';

async function toTimeSpent(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Time spent/));
    await expect(heading(page, 'Time spent')).toBeVisible();
}

test('H28: a timer that is paused stands, also over a reload, and goes on', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Said before the pause.');
    await tap(button(page, 'Pause the timer'));
    await expect(page.getByText(/ · paused since /)).toBeAttached();
    await page.keyboard.press('Control+Shift+Digit8');
    await expect(button(page, 'Pause the timer')).toBeAttached();
    await page.keyboard.press('Control+Shift+Digit8');
    await saved(page);
    await comeBack(page);
    await go(page, 'Today');
    await expect(page.getByText(/^Paused since /)).toBeAttached();
    await tap(button(page, 'Resume the timer'));
    await expect(page.getByText(/^Running since /)).toBeAttached();
});

test('H28: a time field takes a time of day, what cannot be is said beside it, and what is saved is kept', async ({ started: page }) => {
    await createInspection(page);
    await go(page, 'Today');
    await tap(button(page, 'Start a meeting'));
    await tap(button(page, 'It was earlier'));
    const [day, start, end] = ['Day', 'Start', 'End'].map((name) => page.getByLabel(name, { exact: true }));
    if (!day || !start || !end) throw new Error('a field is missing');
    await expect(start).toHaveAttribute('type', 'time');
    await putDate(day, '2015-09-14');
    await putDate(start, '10:42');
    await putDate(end, '10:12');
    await tap(button(page, 'Record it'));
    await expect(page.getByText('The end is not after the start.')).toBeAttached();
    await putDate(end, '11:12');
    await tap(button(page, 'Record it'));
    await expect(page.getByText(/10:42 to 11:12/)).toBeAttached();
    await saved(page);
    await comeBack(page);
    await toTimeSpent(page);
    await expect(page.getByRole('heading', { name: 'Mon 14 Sep 2015: 30 min' })).toBeAttached();
    await tap(button(page, /^Meeting, 10:42 to 11:12/));
    await expect(page.getByLabel('Start', { exact: true })).toHaveValue('10:42');
    await putDate(page.getByLabel('End', { exact: true }), '11:42');
    await tap(button(page, 'Save'));
    await expect(page.getByText(/1 h 00 min/)).toBeAttached();
});
