// The way out for who has forgotten the passcode, as far as the page goes: the request, and the office's answer.
// Never opens anything: what the engine makes of a request is tested where it is made.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { author, button, firstStart, heading, test, unlock } from './daybook';
import { answer, holdWire, sent } from './wire';

const newPasscode = 'another window bright eight';
const awaiting = { type: 'state', state: 'locked', words: '', quick: undefined, awaitsRecovery: true } as const;

async function atTheLockScreen(page: Page): Promise<void> {
    await holdWire(page, ['begin-recovery', 'finish-recovery']);
    await firstStart(page);
    await page.reload();
    await expect(button(page, 'Forgotten passcode?')).toBeVisible(); // the engine has spoken
}

test('a forgotten passcode leads to a request, which is handed over as a file', async ({ daybook }) => {
    const page = await daybook.open();
    await atTheLockScreen(page);
    await button(page, 'Forgotten passcode?').click();
    await expect(heading(page, 'Forgotten passcode')).toBeVisible();
    await expect(page.getByText('the old passcode still opens the notebook')).toBeVisible();
    await button(page, 'Make the request').click();
    await expect(page.getByText('Type your name.')).toBeVisible();
    await page.getByLabel('Your name').fill(author);
    await page.getByLabel('Your new passcode').fill(newPasscode);
    await button(page, 'Make the request').click();
    expect(await sent(page, 'begin-recovery')).toMatchObject([{ author, passcode: newPasscode }]);
    await expect(page.getByLabel('Your new passcode')).toHaveValue('');

    await answer(page, { type: 'recovery-request', name: 'daybook-request.cbor', file: [1, 2, 3, 255] });
    await answer(page, awaiting); // does not take the file off the screen
    await expect(heading(page, 'Send this file to your office')).toBeVisible();
    const download = page.waitForEvent('download');
    await button(page, 'Save or share the file').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('daybook-request.cbor');
    expect(Array.from(await readFile(await file.path()))).toEqual([1, 2, 3, 255]);
    await button(page, 'Back to the lock screen').click();
    await expect(button(page, 'Open the unlock file')).toBeVisible();
});

test('a request that is refused says why in its place, and nothing is changed', async ({ daybook }) => {
    const page = await daybook.open();
    await atTheLockScreen(page);
    await button(page, 'Forgotten passcode?').click();
    await page.getByLabel('Your name').fill(author);
    await page.getByLabel('Your new passcode').fill(newPasscode);
    await button(page, 'Make the request').click();
    await answer(page, { type: 'refused', words: 'No inspection here has an office’s key.' });
    await expect(page.getByText('No inspection here has an office’s key.')).toBeVisible();
    await expect(page.getByLabel('Your new passcode')).toBeFocused();
    await button(page, 'Back').click();
    await unlock(page);
    await expect(heading(page, `Welcome, ${author}`)).toBeVisible();
});

test('the office’s unlock file goes to the worker with the new passcode, and a wrong one is refused in its place', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await atTheLockScreen(page);
    await answer(page, awaiting);
    await button(page, 'Open the unlock file').click();
    await button(page, 'Open the notebook').click();
    await expect(page.getByText('Choose the unlock file that your office has sent.')).toBeVisible();
    const file = page.getByLabel('Unlock file');
    await file.setInputFiles({ name: 'empty.age', mimeType: '', buffer: Buffer.alloc(0) });
    await page.getByLabel('New passcode').fill(newPasscode);
    await button(page, 'Open the notebook').click();
    await expect(page.getByText('This file is empty.')).toBeVisible();
    expect(await sent(page, 'finish-recovery')).toEqual([]);

    await file.setInputFiles({ name: 'unlock.age', mimeType: '', buffer: Buffer.from([9, 8, 7]) });
    await button(page, 'Open the notebook').click();
    await expect.poll(() => sent(page, 'finish-recovery')).toMatchObject([{ passcode: newPasscode, file: [9, 8, 7] }]);
    await expect(page.getByLabel('New passcode')).toHaveValue('');
    await answer(page, { type: 'refused', words: 'This file answers another request.' });
    await expect(page.getByText('This file answers another request.')).toBeVisible();
    await button(page, 'Back').click();
    await expect(button(page, 'Open the unlock file')).toBeVisible();
});

test('a wrong passcode’s wait is said, and the passcode can be typed again', async ({ daybook }) => {
    const page = await daybook.open();
    await atTheLockScreen(page);
    await unlock(page, 'not the passcode');
    await expect(page.getByText('That passcode does not open this notebook.')).toBeVisible();
    await answer(page, { type: 'refused', words: 'Wait 5 seconds, then try again.' });
    await expect(page.getByText('Wait 5 seconds, then try again.')).toBeVisible();
    await unlock(page);
    await expect(heading(page, `Welcome, ${author}`)).toBeVisible();
});
