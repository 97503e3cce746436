// The way from a lock to the next page: it ends at the lock screen whatever the host and the connection do.
// Never looks into memory: locked_memory.spec.ts does.
import { expect, type Page } from '@playwright/test';
import { interludeOf, interludePage } from '../../web/src/anew';
import { button, createInspection, firstStart, goOnWriting, go, startMeeting, test, unlock, words } from './daybook';
import { press } from './hands';
import { serveSite } from './site';

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

/** A first visit, and in it a word that is being typed. */
async function typing(page: Page, address: string): Promise<void> {
    await firstStart(page, address);
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('half a wo');
}

async function lock(page: Page): Promise<void> {
    await go(page, 'Find');
    await press(button(page, 'Lock'));
    await expect(page.getByText('The notebook is locked.')).toBeVisible();
}

async function expectTheWords(page: Page): Promise<void> {
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('half a wo');
}

test('a lock in the first visit, the connection gone meanwhile, leads to the lock screen and loses no word', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await typing(page, site.address);
    await site.stop();
    for (let time = 0; time < 2; ++time) {
        await lock(page);
        await expect(page).toHaveURL(site.address);
        await expectTheWords(page);
    }
});

test('on a host that sends none of our headers a lock leads to the lock screen, with and without a connection', async ({
    daybook,
}) => {
    const site = await serveSite({ headers: {} });
    const page = await daybook.open();
    await typing(page, site.address);
    await lock(page);
    await expectTheWords(page);
    await site.stop();
    await lock(page);
    await expectTheWords(page);
    await expect(page).toHaveURL(site.address);
});

test('where no service worker answers any more, a lock leads to the page itself, and so does the next', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await typing(page, site.address);
    await page.evaluate(async () => {
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    });
    await lock(page);
    await expect(page).toHaveURL(interludeOf(site.address));
    await expectTheWords(page);
    await lock(page);
    await expect(page).toHaveURL(site.address);
    await expectTheWords(page);
    await site.stop();
});

test('a lock keeps the address that the page was asked for under, and the language in it', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await typing(page, `${site.address}?words=none.json&more=1`);
    await lock(page);
    await expect(page).toHaveURL(`${site.address}?words=none.json&more=1`);
    await site.stop();
});

test('the page in between leads to the same host by itself and by a link, whatever stands in its address', () => {
    const asked = new URL(interludeOf('http://localhost//example.org/?words="><script>&more=1'));
    const to = 'http://localhost//example.org/?words=%22%3E%3Cscript%3E&amp;more=1';
    expect(interludePage(asked)).toContain(`<meta http-equiv="refresh" content="0;url=${to}">`);
    expect(interludePage(asked)).toContain(`<a href="${to}">Daybook</a>`);
});
