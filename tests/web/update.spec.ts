// A newer version of Daybook: it is offered, and starts only when it is asked for and everything is stored.
// Never two builds: the host serves a page that differs, and a service worker that knows it.
import { expect, type Page } from '@playwright/test';
import { button, createInspection, firstStart, goOnWriting, heading, startMeeting, test, unlock, words } from './daybook';
import { serveSite, type Site } from './site';
import { answer, holdWire, learned, sent, sentKinds, setHidden, wish, wishes } from './wire';

const newer = (page: Page) => page.locator('meta[name=newer-version]');
const updateReady = async (page: Page): Promise<boolean> => (await learned(page)).at(-1)?.[5] === 1;
const workerAsked = ({ asked }: Site): number => asked.filter((path) => path === '/sw.js').length;

/** The browser has the newer version, whole, and it waits. */
async function fetchNewer(page: Page, site: Site): Promise<void> {
    site.publish();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect.poll(() => updateReady(page)).toBe(true);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a newer version that has come changes nothing by itself, not even when the page is loaded anew', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page, site.address);
    await expect.poll(() => learned(page)).not.toEqual([]);
    expect(await updateReady(page)).toBe(false);
    await fetchNewer(page, site);
    await expect(heading(page, /^Welcome/)).toBeVisible();
    await page.reload();
    await unlock(page);
    await expect(heading(page, /^Welcome/)).toBeVisible();
    await expect(newer(page)).toHaveCount(0);
    await expect.poll(() => updateReady(page), { message: 'it is offered at the next start as well' }).toBe(true);
    await site.stop();
});

test('the newer version starts when it is wanted, after the last word is with the worker and the notebook is let go', async ({
    daybook,
}) => {
    const site = await serveSite();
    const page = await daybook.open();
    await holdWire(page, ['let-go']);
    await firstStart(page, site.address);
    await createInspection(page);
    await startMeeting(page);
    await fetchNewer(page, site);
    await page.keyboard.insertText('half a wo');
    await wish(page, wishes.update);
    await expect(heading(page, 'The new version is starting')).toBeVisible();
    expect((await sentKinds(page)).slice(-2)).toEqual(['command', 'let-go']);
    const waits = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    expect(await waits(), 'nothing is replaced before the notebook is let go').toBe(true);
    await answer(page, { type: 'let-go' });
    await expect(newer(page)).toHaveCount(1);
    expect(await waits()).toBe(false);
    await site.stop(); // all of the newer version is on the device
    await page.reload();
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue('half a wo');
});

test('a tab of the older version that has no notebook goes out of the newer one’s way', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await holdWire(page, ['let-go']);
    await firstStart(page, site.address);
    const second = await page.context().newPage();
    await second.goto(site.address);
    await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
    await fetchNewer(page, site);
    await wish(page, wishes.update);
    await answer(page, { type: 'let-go' });
    await unlock(page); // the notebook is opened by the tab that had it
    await expect(heading(page, /^Welcome/)).toBeVisible();
    await expect(heading(second, 'Daybook is now open in another tab')).toBeVisible();
    await expect(newer(second)).toHaveCount(1);
    await site.stop();
});

test('while the last words cannot be stored the newer version waits, and says so beneath them', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page, site.address);
    await fetchNewer(page, site);
    await answer(page, { type: 'storing', failing: true });
    await wish(page, wishes.update);
    await expect(heading(page, 'The new version waits')).toBeVisible();
    expect(await sent(page, 'let-go')).toEqual([]);
    await button(page, 'Go on').click();
    await expect(page.locator('#boot')).toBeHidden();
    await site.stop();
});

test('the host is asked for a newer version once an hour, and not by a page that is out of sight', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await page.clock.install();
    await holdWire(page);
    await firstStart(page, site.address);
    await expect.poll(() => learned(page)).not.toEqual([]);
    const before = workerAsked(site);
    await answer(page, { type: 'lock-times', hidden: 0, idle: 0 });
    await page.clock.fastForward('59:00');
    expect(workerAsked(site)).toBe(before);
    await page.clock.fastForward('01:01');
    await expect.poll(() => workerAsked(site)).toBe(before + 1);
    await setHidden(page, true);
    await page.clock.fastForward('05:00:00');
    expect(workerAsked(site)).toBe(before + 1);
    site.publish();
    await setHidden(page, false);
    await expect.poll(() => workerAsked(site)).toBe(before + 2);
    await expect.poll(() => updateReady(page)).toBe(true);
    await site.stop();
});
