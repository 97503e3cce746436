// A browser that refuses to store: at the start, or in the middle of a sentence.
// Never changes the product for it: the host puts the refusal before the worker's script.
import { expect } from '@playwright/test';
import { button, comeBack, createInspection, firstStart, goOnWriting, heading, startMeeting, test, unlock, words, write } from './daybook';
import { press, saved } from './hands';
import { allow, refusals, refuse, setDiskFull } from './refusals';
import { serveSite } from './site';

for (const what of ['handles', 'directory'] as const) {
    test(`where the browser refuses ${what}, it says so in plain words and takes no words that it would lose`, async ({ daybook }) => {
        const site = await serveSite({ beforeWorker: refusals });
        const page = await daybook.open();
        await page.goto(site.address);
        await expect(page.getByLabel('Your name')).toBeVisible();
        await refuse(page, what);
        await page.reload();
        await expect(heading(page, 'Daybook cannot store anything here')).toBeVisible();
        await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
        await expect(page.getByRole('textbox')).toHaveCount(0);
        await expect(page.getByLabel('Your name')).toHaveCount(0);
        await allow(page, what);
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect(page.getByLabel('Your name')).toBeVisible();
        await site.stop();
    });
}

test('a notebook that the browser refuses for once is not shown empty, and is whole when it opens again', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: refusals });
    const page = await daybook.open();
    await firstStart(page, site.address);
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Written before the refusal.');
    await refuse(page, 'handles');
    await page.reload();
    await expect(heading(page, 'Daybook cannot store anything here')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await allow(page, 'handles');
    await page.getByRole('button', { name: 'Try again' }).click();
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('Written before the refusal.');
    await site.stop();
});

test('a disk that is full while typing is said at once, the words stay, and are saved when there is room', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: refusals });
    const page = await daybook.open();
    await firstStart(page, site.address);
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Saved. ');
    await setDiskFull(page, true);
    await page.keyboard.type('Not yet saved. ');
    await expect(page.getByRole('alert')).toContainText('Not saved:');
    await expect(page.getByRole('status')).toHaveText(/^Not saved/);
    await page.keyboard.type('Typed on regardless.');
    await expect(words(page)).toHaveValue('Saved. Not yet saved. Typed on regardless.');
    await setDiskFull(page, false);
    await expect(page.getByRole('status')).toHaveText(/^Saved \d\d:\d\d:\d\d/, { timeout: 40_000 });
    await expect(page.getByRole('alert')).toHaveText('');
    await saved(page);

    await comeBack(page, site.address);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue('Saved. Not yet saved. Typed on regardless.');
    await site.stop();
});
