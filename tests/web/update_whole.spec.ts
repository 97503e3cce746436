// Starting a newer version with words just typed: page, worker, engine and service worker together.
// Never puts an answer in anybody's mouth: that is update.spec.ts.
import { expect } from '@playwright/test';
import { createInspection, firstStart, goOnWriting, startMeeting, test, unlock, words } from './daybook';
import { serveSite } from './site';
import { holdWire, learned, wish, wishes } from './wire';

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a newer version starts from the middle of a word, and the word is there', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page, site.address);
    await createInspection(page);
    await startMeeting(page);
    site.publish();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect.poll(async () => (await learned(page)).at(-1)?.[5]).toBe(1);
    await page.keyboard.insertText('half a wo');
    await wish(page, wishes.update);
    await expect(page.locator('meta[name=newer-version]')).toHaveCount(1);
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('half a wo');
    await site.stop();
});
