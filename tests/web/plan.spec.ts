// The plan in the browser: sessions that are added and moved, contacts, and the joining instructions as a file.
// Never what a plan is warned of, which is core's.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { author, button, comeBack, createInspection, firstStart, go, heading, test } from './daybook';
import { drawn, saved, tap } from './hands';

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

/** Where to take hold of the only session of the picture, and how far below two hours later is. */
async function whereItIs(page: Page, name: RegExp): Promise<{ x: number; y: number; twoHours: number }> {
    const block = button(page, name).first();
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    if (!box) throw new Error('the session has no place');
    return { x: box.x + box.width / 2, y: box.y + 10, twoHours: 2 * (box.height + 2) };
}

test('F20: a session is dragged to other hours with the mouse, and taken back with undo', async ({ started: page }) => {
    await createInspection(page);
    await toPlan(page);
    await addSession(page, 'Opening meeting', '09:30', '10:30');
    const { x, y, twoHours } = await whereItIs(page, /, 09:30 to 10:30, Opening meeting/);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + twoHours / 2);
    await page.mouse.move(x, y + twoHours);
    await page.mouse.up();
    await expect(button(page, /, 11:30 to 12:30, Opening meeting/)).toBeAttached();
    await saved(page);
    await page.keyboard.press('Control+z');
    await expect(button(page, /, 09:30 to 10:30, Opening meeting/)).toBeAttached();
});

test('F20: a finger that has rested on a session drags it, one that has not scrolls, and one that is lifted opens it', async ({ daybook }) => {
    const page = await daybook.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.clock.install();
    await firstStart(page);
    await createInspection(page);
    await toPlan(page);
    await addSession(page, 'Opening meeting', '09:30', '10:30');
    const session = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', at?: { x: number; y: number }): Promise<void> => {
        await session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
        await drawn(page);
    };
    const rest = async (): Promise<void> => {
        await page.clock.fastForward(500);
        await drawn(page);
    };
    const early = /, 09:30 to 10:30, Opening meeting/;

    const first = await whereItIs(page, early);
    await touch('touchStart', first);
    for (const by of [20, 60, 100]) await touch('touchMove', { x: first.x, y: first.y - by });
    await rest();
    await touch('touchEnd');
    await expect(heading(page, 'Plan')).toBeAttached();
    await expect(button(page, early)).toHaveCount(1);
    const second = await whereItIs(page, early);
    expect(second.y).toBeLessThan(first.y - 50);

    const drag = async (hours: number, end: 'touchEnd' | 'touchCancel'): Promise<void> => {
        await touch('touchStart', second);
        await rest();
        for (const part of [0.5, 1]) await touch('touchMove', { x: second.x, y: second.y + (part * hours * second.twoHours) / 2 });
        await touch(end);
    };
    await drag(1, 'touchCancel');
    await drag(2, 'touchEnd');
    await expect(button(page, /, 11:30 to 12:30, Opening meeting/)).toHaveCount(1);
    await saved(page);
    await page.keyboard.press('Control+z'); // the one that was given up was no change of its own
    await expect(button(page, early)).toHaveCount(1);

    const last = await whereItIs(page, early);
    await touch('touchStart', last);
    await rest();
    await touch('touchEnd');
    await expect(heading(page, 'Opening meeting')).toBeVisible();
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
