// The plan in the browser: sessions that are added and moved, contacts, and the joining instructions as a file.
// Never what a plan is warned of, which is core's.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { author, button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap } from './hands';

async function toPlan(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Plan\b/));
    await expect(heading(page, 'Plan')).toBeVisible();
}

async function toInspection(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^The inspection\b/));
    await expect(heading(page, 'The inspection')).toBeVisible();
}

async function addSession(page: Page, name: string, from: string, to: string): Promise<void> {
    await tap(button(page, 'Add a session'));
    await page.getByLabel('From').fill(from);
    await page.getByLabel('To', { exact: true }).fill(to);
    await page.getByLabel('What it is called').fill(name);
    await tap(button(page, 'Add it to the plan'));
    await expect(heading(page, 'Plan')).toBeVisible();
}

test('F20, H4: a session that is added is a block of the picture, is moved with a press, and is there after a reload', async ({ started: page }) => {
    await createInspection(page);
    await toPlan(page);
    await addSession(page, 'Opening meeting', '09:30', '10:30');
    await tap(button(page, /, 09:30 to 10:30, Opening meeting/));
    await tap(button(page, '15 minutes later'));
    await saved(page);
    await comeBack(page);
    await toPlan(page);
    await expect(button(page, /, 09:45 to 10:45, Opening meeting/)).toBeAttached();
});

test('F20: a session that is planned is started, and one goes on writing in it', async ({ started: page }) => {
    await createInspection(page);
    await toPlan(page);
    await addSession(page, 'Lead member', '11:00', '12:00');
    await tap(button(page, /, 11:00 to 12:00, Lead member/));
    await tap(button(page, 'Start this now'));
    await expect(page.getByRole('textbox', { name: 'What was said' })).toBeVisible();
});

test('H9: the joining instructions are a page that opens by itself, with contacts and timings, and fetches nothing', async ({ started: page }) => {
    await createInspection(page, { authority: 'Quondam <b>shire</b>' });
    await toInspection(page);
    await tap(button(page, 'Add a contact'));
    await page.getByLabel('Name', { exact: true }).fill('Mira Holt');
    await page.getByLabel('Telephone').fill('01632 960001');
    await tap(button(page, 'Save'));
    await expect(page.getByRole('heading', { name: 'Mira Holt' })).toBeAttached();
    await toPlan(page);
    await addSession(page, 'Opening meeting', '09:30', '10:30');
    await toInspection(page);
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save the joining instructions'))]);
    expect(download.suggestedFilename()).toBe('joining-instructions.html');
    const html = await readFile(await download.path(), 'utf8');
    const reader = await page.context().newPage();
    const fetched: string[] = [];
    reader.on('request', (request) => fetched.push(request.url()));
    await reader.setContent(html);
    await expect(reader.getByRole('heading', { level: 1, name: 'Joining instructions' })).toBeVisible();
    await expect(reader.getByText('Quondam <b>shire</b>').first()).toBeVisible();
    await expect(reader.getByRole('cell', { name: '01632 960001' })).toBeVisible();
    await expect(reader.getByRole('row', { name: /09:30–10:30.*Opening meeting/ })).toBeVisible();
    await expect(reader.getByText(`by ${author}`)).toBeVisible();
    expect(fetched).toEqual([]);
    await reader.close();
});
