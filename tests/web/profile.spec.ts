// What of the words can be read in the browser's own files, by whoever takes the device.
// Never trusts a search that has not found a word that is known to be there.
import { expect } from '@playwright/test';
import { full, report } from '../faults/web/figures';
import { startBrowser } from './browser';
import { author, createInspection, firstStart, passcode, startMeeting, test, write } from './daybook';
import { search } from './search';
import { serveSite } from './site';

const secrets = ['quondamtyped', 'quondamunsaved', 'Quondamshire', author, passcode];
const planted = ['quondamordinary', 'quondamstored'];
/** How long the page stays open after the last letter, in minutes: what a browser does by and by needs its time. */
const minutes = full ? 3 : 0;

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('no typed word, name or passcode is in any file of the browser’s profile', async ({ daybook, launchOptions }) => {
    test.setTimeout(60_000 * (2 + minutes));
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

        // By then the browser has written the session of both pages: what was typed before is as old as it need be.
        for (const plain of planted) {
            const files = async (): Promise<readonly string[]> => (await search(daybook.profile, [plain])).found[0] ?? [];
            await expect.poll(files, { message: plain, timeout: 30_000 }).not.toEqual([]);
        }
        // Nothing else can be meant by minutes: no clock that is turned on makes a browser write its files.
        await new Promise((passed) => setTimeout(passed, minutes * 60_000));
        await browser.kill();
        const { bytes, found } = await search(daybook.profile, [...secrets, ...planted]);
        const readable = found.slice(0, secrets.length).flat();
        const shown = found.slice(secrets.length).flat();
        report('plaintext in the browser', { 'minutes after typing': minutes, 'bytes searched': bytes, found: readable.length, 'planted found': shown.length });
        expect(readable).toEqual([]);
        expect(shown).not.toEqual([]);
    } finally {
        await browser.kill();
        await site.stop();
    }
});
