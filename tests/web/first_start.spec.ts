// The first minutes: a passcode, the sample, an inspection of one's own.
// Never goes on to write in it.
import { expect } from '@playwright/test';
import { button, createInspection, go, heading, openSample, passcode, test } from './daybook';
import { press, tap, type, putDate } from './hands';

test('four words are offered for a passcode, and a person who takes them gets in with them after a reload', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await page.goto('./');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByRole('button', { name: 'Use these words' }).click();
    const offered = await page.getByLabel('Your passcode').inputValue();
    expect(offered.split(' ')).toHaveLength(4);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(heading(page, 'Welcome, Ada Inspector')).toBeVisible();

    await page.reload();
    await page.getByRole('textbox', { name: 'Passcode' }).fill(offered);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(heading(page, 'Welcome, Ada Inspector')).toBeVisible();
});

test('a short passcode is refused in plain words, and nothing is made', async ({ daybook }) => {
    const page = await daybook.open();
    await page.goto('./');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('elevenchars');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText('This has 11 of at least 12 characters. Short passcodes are soon guessed.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Your name')).toBeVisible();
});

test('the sample inspection opens, says that it is invented, and is filled', async ({ started: page }) => {
    await openSample(page);
    await expect(page.getByText('Everything in it is invented')).toBeVisible();
    await expect(page.getByText(/Wexmoor \(an invented authority\)/).first()).toBeVisible();
    await go(page, 'Notebook');
    await expect(page.getByText('3 activities, 9 entries')).toBeVisible();
    await expect(page.getByRole('button', { name: /Officers opened with three priorities/ })).toBeVisible();
});

test('an inspection without its particulars is not created, and each field says what it lacks', async ({
    started: page,
}) => {
    await press(button(page, 'Create an inspection'));
    await expect(heading(page, 'New inspection')).toBeVisible();
    await tap(button(page, 'Create the inspection'));
    await expect(page.getByText('Some fields above need another look.')).toBeVisible();

    const authority = page.getByRole('textbox', { name: 'Local authority' });
    const lead = page.getByRole('textbox', { name: 'Lead inspector' });
    await expect(authority).toHaveAccessibleDescription('Say which local authority is inspected.');
    await expect(lead).toHaveAccessibleDescription('Say who leads the inspection.');
    await expect(page.getByLabel('First day')).toHaveAccessibleDescription(/the day as year-month-day/);
    for (const field of [authority, lead, page.getByLabel('First day')]) {
        await expect(field).toHaveAttribute('aria-invalid', 'true');
    }

    await type(authority, 'Northmere');
    await putDate(page.getByLabel('First day'), '2026-09-18');
    await putDate(page.getByLabel('Last day'), '2026-09-14');
    await type(lead, 'Grace Lead');
    await type(page.getByRole('textbox', { name: 'Office’s recovery key' }), 'age1notakey');
    await tap(button(page, 'Create the inspection'));
    await expect(page.getByLabel('Last day')).toHaveAccessibleDescription('The last day is before the first.');
    await expect(authority).toHaveAttribute('aria-invalid', 'false');
    await expect(page.getByRole('textbox', { name: 'Office’s recovery key' })).toHaveAttribute('aria-invalid', 'true');
    await expect(heading(page, 'New inspection')).toBeVisible();

    await putDate(page.getByLabel('Last day'), '2026-09-22');
    await page.getByRole('textbox', { name: 'Office’s recovery key' }).fill('');
    await tap(button(page, 'Create the inspection'));
    await expect(page.getByText(/Northmere, Fri 18 Sep 2026 to Tue 22 Sep 2026/)).toBeVisible();
});

test('without the office’s key the form says what a forgotten passcode costs', async ({ started: page }) => {
    await tap(button(page, 'Create an inspection'));
    const cost = page.getByText(/a forgotten passcode loses everything that was not handed over/);
    await expect(cost).toBeVisible();
    await type(page.getByRole('textbox', { name: 'Office’s recovery key' }), 'age1');
    await expect(cost).toHaveCount(0);
});

test('an inspection that is created is there after a reload, with its authority and its days', async ({
    started: page,
}) => {
    await createInspection(page, { authority: 'Ynys Môn' });
    await expect(page.getByText(/Ynys Môn, Mon 14 Sep 2026 to Fri 18 Sep 2026/)).toBeVisible();
    await page.reload();
    await page.getByRole('textbox', { name: 'Passcode' }).fill(passcode);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Ynys Môn, Mon 14 Sep 2026 to Fri 18 Sep 2026/)).toBeVisible();
    await go(page, 'More');
    await expect(page.getByRole('button', { name: /Ynys Môn.*Open/ })).toBeVisible();
});
