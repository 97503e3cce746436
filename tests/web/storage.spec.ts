// A browser that refuses to store: at the start, or in the middle of a sentence.
// Never changes the product for it: the host puts the refusal before the worker's script.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, firstStart, heading, startMeeting, test, unlock, words, write } from './daybook';
import { press, saved } from './hands';
import { serveSite } from './site';

/** In the worker: while a cache of this name exists, the browser's storage refuses what the name says. */
const refusals = `
    const refuse = async (what) => {
        if (await caches.has('refuse ' + what)) throw new DOMException('refused by the test', 'NotAllowedError');
    };
    const handle = FileSystemFileHandle.prototype.createSyncAccessHandle;
    FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
        await refuse('handles');
        return handle.call(this);
    };
    const directory = StorageManager.prototype.getDirectory;
    StorageManager.prototype.getDirectory = async function () {
        await refuse('directory');
        return directory.call(this);
    };
    let full = false;
    new BroadcastChannel('test: the disk is full').onmessage = (event) => { full = event.data; };
    const write = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = function (...what) {
        if (full) throw new DOMException('full, says the test', 'QuotaExceededError');
        return write.apply(this, what);
    };
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...what) {
        if (full) throw new DOMException('full, says the test', 'QuotaExceededError');
        return add.apply(this, what);
    }`;

const refuse = (page: Page, what: 'handles' | 'directory') => page.evaluate((name) => caches.open(`refuse ${name}`), what).then(() => {});
const allow = (page: Page, what: 'handles' | 'directory') => page.evaluate((name) => caches.delete(`refuse ${name}`), what);

async function setDiskFull(page: Page, full: boolean): Promise<void> {
    await page.evaluate((value) => {
        const channel = new BroadcastChannel('test: the disk is full');
        channel.postMessage(value);
        channel.close();
    }, full);
}

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
    await press(button(page, 'Go on writing'));
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
