// A forgotten passcode, from the request to the last word: page, engine, and the office's own command with its own key.
// Never puts an answer in anybody's mouth: that is recovery.spec.ts.
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { author, button, createInspection, firstStart, goOnWriting, heading, startMeeting, test as daybookTest, unlock, words, write } from './daybook';
import { type Office, openOffice } from './office';

const newPasscode = 'another window bright eight';
const thirdPasscode = 'a third window bright nine';
const said = 'Évidence: “only the office can help”.';

const test = daybookTest.extend<{ office: Office }>({
    office: async ({}, use) => {
        const office = await openOffice();
        await use(office);
        await office.close();
    },
});

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0, timeout: 180_000 });

/** A notebook with one entry, whose passcode nobody remembers. */
async function lockedNotebook(page: Page, office: Office): Promise<void> {
    await firstStart(page);
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page);
    await write(page, said);
    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
}

/** Makes the request; gives the path of the file. */
async function request(page: Page, office: Office, chosen: string): Promise<string> {
    await button(page, 'Forgotten passcode?').click();
    await page.getByLabel('Your name').fill(author);
    await page.getByLabel('Your new passcode').fill(chosen);
    await button(page, 'Make the request').click();
    await expect(heading(page, 'Send this file to your office')).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save or share the file').click()]);
    const file = join(office.folder, `${chosen.replaceAll(' ', '-')}-${download.suggestedFilename()}`);
    await download.saveAs(file);
    await button(page, 'Back to the lock screen').click();
    return file;
}

async function openUnlockFile(page: Page, file: string, chosen: string): Promise<void> {
    await button(page, 'Open the unlock file').click();
    await page.getByLabel('Unlock file').setInputFiles(file);
    await page.getByLabel('New passcode').fill(chosen);
    await button(page, 'Open the notebook').click();
}

async function goOn(page: Page): Promise<void> {
    await goOnWriting(page);
}

test('the office opens a notebook whose passcode is forgotten: every word is there, under the new passcode alone', async ({
    daybook,
    office,
}) => {
    const page = await daybook.open();
    await lockedNotebook(page, office);
    const answer = await office.recover(await request(page, office, newPasscode));
    await openUnlockFile(page, answer, newPasscode);
    await goOn(page);
    await expect(words(page)).toHaveValue(said);
    await write(page, ' And after.');

    await page.reload();
    await unlock(page);
    await expect(page.getByText('That passcode does not open this notebook.')).toBeVisible();
    await expect(button(page, 'Open the unlock file'), 'nothing is waited for any more').toHaveCount(0);

    // A second request is another question, which the first answer does not answer.
    await request(page, office, thirdPasscode);
    await openUnlockFile(page, answer, thirdPasscode);
    await expect(page.getByText(/This file does not answer this device.s last request\. Nothing was changed/)).toBeVisible();
    await button(page, 'Back').click();
    await unlock(page, newPasscode);
    await goOn(page);
    await expect(words(page)).toHaveValue(`${said} And after.`);
});

test('an unlock file opens nothing on another device, whose own passcode goes on opening it', async ({ daybook, office, page: other }) => {
    await lockedNotebook(other, office);
    const answer = await office.recover(await request(other, office, newPasscode));
    await other.close();

    const page = await daybook.open();
    await lockedNotebook(page, office);
    await request(page, office, newPasscode);
    await openUnlockFile(page, answer, newPasscode);
    await expect(page.getByText(/This file does not answer this device.s last request\. Nothing was changed/)).toBeVisible();
    await button(page, 'Back').click();
    await unlock(page);
    await goOn(page);
    await expect(words(page)).toHaveValue(said);
});
