// What a meeting is to record, in the browser: reached from its entry, answered by a tap and in words, still there later.
// Never which meetings are to record what, which is the pack's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap, type } from './hands';

async function startTeamMeeting(page: Page): Promise<void> {
    await tap(button(page, 'Start a meeting'));
    await tap(page.getByRole('radio', { name: 'Team meeting', exact: true }));
    await tap(button(page, 'Start'));
    await tap(button(page, /^To be recorded/));
    await expect(heading(page, 'To be recorded')).toBeVisible();
}

test('H37, F40: that the DCS declined is one tap, and is there after the notebook was locked', async ({ started: page }) => {
    await createInspection(page);
    await startTeamMeeting(page);
    await expect(page.getByText(/Still needed/)).toBeAttached();
    await tap(page.getByRole('radio', { name: 'Declined' }));
    await expect(page.getByText(/Still needed/)).toHaveCount(0);
    await type(page.getByRole('textbox', { name: 'In words: Areas to explore' }), 'Reading on the coast.');
    await saved(page);
    await comeBack(page);
    await go(page, 'Notebook');
    await tap(button(page, 'Times and details'));
    await tap(button(page, /^To be recorded.*2 of 2 answered/));
    await expect(page.getByRole('radio', { name: 'Declined' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'In words: Areas to explore' })).toHaveValue('Reading on the coast.');
});

test('F25: a sample is drawn, and the survey calls its schools alone', async ({ started: page }) => {
    await createInspection(page);
    await go(page, 'More');
    await tap(button(page, /^Schools/));
    for (const name of ['Ashby', 'Brigid', 'Cedar']) {
        await tap(button(page, 'Add a school'));
        await type(page.getByRole('textbox', { name: 'Name', exact: true }), name);
        await type(page.getByRole('textbox', { name: 'Type of school' }), 'Community school');
        await type(page.getByRole('textbox', { name: 'Last judgement' }), 'Good');
        await tap(button(page, 'Add this school'));
    }
    await go(page, 'More');
    await tap(button(page, /^Telephone survey/));
    await expect(page.getByText('0 of 3 schools reached')).toBeAttached();
    await tap(button(page, 'Sample'));
    await type(page.getByRole('textbox', { name: 'Good or outstanding' }), '2');
    await tap(button(page, 'Draw the sample'));
    await expect(page.getByText('Sample of 2 schools')).toBeAttached();
    await tap(button(page, 'Back'));
    await expect(page.getByText(/0 of 2 schools reached/)).toBeAttached();
});
