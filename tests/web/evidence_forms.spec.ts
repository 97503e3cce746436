// Evidence forms in the browser: three talks with a form each, kept over a reload, and what is missing seen at once.
// Never which talks belong to which inspection, which is core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap, type } from './hands';

const theme = /^How well does the authority know/;

async function toForms(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Evidence forms/));
    await expect(heading(page, 'Evidence forms')).toBeVisible();
}

/// A maintained school under a section 5 inspection.
async function inspected(page: Page): Promise<void> {
    await createInspection(page);
    await go(page, 'More');
    await tap(button(page, /^Schools/));
    await tap(button(page, 'Add a school'));
    await type(page.getByRole('textbox', { name: 'Name', exact: true }), 'Ashby Lane');
    await type(page.getByRole('textbox', { name: 'Type of school' }), 'Community school');
    await tap(button(page, 'Add this school'));
    await tap(button(page, /^Ashby Lane/));
    await tap(button(page, /^Section 5/));
    await expect(button(page, /^Evidence forms/)).toBeAttached();
}

test('H20, F23: three talks have three forms, and what is said in one is there again after a reload', async ({ started: page }) => {
    await inspected(page);
    await toForms(page);
    await expect(page.getByText(/no part of the evidence of the school's own inspection/)).toBeAttached();
    await expect(page.getByText('0 of 3 forms complete')).toBeAttached();
    await tap(button(page, /^Ashby Lane/));
    await tap(button(page, /^Governance/));
    await tap(page.getByRole('radio', { name: 'Held', exact: true }));
    await tap(page.getByRole('radio', { name: 'Face to face' }));
    await type(page.getByRole('textbox', { name: theme }), 'They were asked for nothing.');
    await saved(page);
    await comeBack(page);
    await toForms(page);
    await expect(button(page, /^Ashby Lane/)).toContainText(/Governance: held, missing: 2 themes, with whom/);
    await tap(button(page, /^Ashby Lane/));
    await expect(page.getByRole('textbox', { name: theme })).toHaveValue('');
    await tap(button(page, /^Governance/));
    await expect(page.getByRole('radio', { name: 'Held', exact: true })).toBeChecked();
    await expect(page.getByRole('textbox', { name: theme })).toHaveValue('They were asked for nothing.');
});

test('H19: who could not be had is unavailable, with what was done to hold the talk', async ({ started: page }) => {
    await inspected(page);
    await toForms(page);
    await tap(button(page, /^Ashby Lane/));
    await tap(button(page, /^LA representative/));
    await tap(page.getByRole('radio', { name: 'Unavailable' }));
    await type(page.getByRole('textbox', { name: 'What was done to hold it' }), 'Rang twice.');
    await saved(page);
    await tap(button(page, 'Back'));
    await expect(page.getByText('1 of 3 forms complete')).toBeAttached();
});
