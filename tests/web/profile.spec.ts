// What of the words can be read in the browser's own files, by whoever takes the device.
// Never trusts a search that has not found a word that is known to be there.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowser } from './browser';
import { createInspection, firstStart, passcode, startMeeting, test, write } from './daybook';
import { serveSite } from './site';

/** The files under the folder in which the word stands, as UTF-8 or as UTF-16. */
async function filesWith(folder: string, word: string): Promise<string[]> {
    const needles = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
    const found: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const content = await readFile(path).catch(() => Buffer.alloc(0)); // gone since it was listed
        if (needles.some((needle) => content.includes(needle))) found.push(path.slice(folder.length));
    }
    return found;
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('no typed word, name or passcode is in any file of the browser’s profile', async ({ daybook, launchOptions }) => {
    const form = '<!doctype html><title>An ordinary form</title><textarea aria-label="Note"></textarea>';
    const site = await serveSite({ pages: { '/ordinary.html': form } });
    const browser = await startBrowser(daybook.profile, launchOptions);
    try {
        // A page as others write them: its words do get into the profile, which shows that the search finds words.
        const other = await browser.page.context().newPage();
        await other.goto(`${site.address}ordinary.html`);
        await other.getByLabel('Note').fill('quondamordinary');
        await other.evaluate(() => localStorage.setItem('kept', 'quondamstored'));

        const { page } = browser;
        await page.bringToFront();
        await firstStart(page, site.address);
        await createInspection(page, { authority: 'Quondamshire' });
        await startMeeting(page);
        await write(page, 'quondamtyped in a meeting, saved and then killed');
        await page.keyboard.type(' quondamunsaved');

        for (const plain of ['quondamordinary', 'quondamstored']) {
            await expect.poll(() => filesWith(daybook.profile, plain), { message: plain, timeout: 30_000 }).not.toEqual([]);
        }
        await browser.kill();
        for (const secret of ['quondamtyped', 'quondamunsaved', 'Quondamshire', 'Ada Inspector', passcode]) {
            expect(await filesWith(daybook.profile, secret), secret).toEqual([]);
        }
    } finally {
        await browser.kill();
        await site.stop();
    }
});
