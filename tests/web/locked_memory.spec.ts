// After a lock the browser's process that had the notebook has ended, and no other of the page's has a word of it.
// Never looks into the browser's first process: what its own password store and its keyboard's hints keep is its own.
import { expect, type LaunchOptions, type Page } from '@playwright/test';
import { renderersOf } from '../faults/web/processes';
import { type KillableBrowser, startBrowser } from './browser';
import { button, go, heading, startMeeting, test } from './daybook';
import { press, saved, tap } from './hands';
import { searchMemory } from './memory';
import { serveSite, type SiteChange } from './site';

const passcode = 'quokka lantern zephyr umbra';
const name = 'Ottoline Quarrender';
const authority = 'Quondamshire';
const said = 'quernstone verses';
const secrets = [passcode, name, authority, said];

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

/** Types key by key: a text that is put in whole would lie in memory as the test's own. */
async function type(page: Page, label: string, text: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
}

/** The processes that have pages or workers, each with those of the words that are in its memory. */
async function whoKnows(browser: KillableBrowser, words: readonly string[]): Promise<Map<number, readonly string[]>> {
    const known = new Map<number, readonly string[]>();
    for (const id of await renderersOf(browser.processId)) {
        const { bytes, found } = await searchMemory(id, words).catch(() => ({ bytes: 0, found: [] })); // it may have ended
        if (bytes > 0) known.set(id, found);
    }
    return known;
}

/** The one process that has them all. */
async function holder(browser: KillableBrowser, words: readonly string[]): Promise<number> {
    const known = [...(await whoKnows(browser, words))].filter(([, found]) => found.length === words.length);
    expect(known, 'this search finds the words while they are on the screen, in one process').toHaveLength(1);
    return known[0]?.[0] ?? 0;
}

async function lock(browser: KillableBrowser, from: number): Promise<void> {
    await press(button(browser.page, 'Lock'));
    await expect(browser.page.getByText('The notebook is locked.')).toBeVisible();
    await expect.poll(() => renderersOf(browser.processId), 'the process that had the words has ended').not.toContain(from);
    const known = await whoKnows(browser, secrets);
    expect(known.size, 'the page and the service worker are somewhere').toBeGreaterThan(0);
    expect([...known.values()].flat(), 'and no word is left').toEqual([]);
}

async function writeAndSearch(page: Page): Promise<void> {
    await tap(button(page, 'Create an inspection'));
    await type(page, 'Local authority', authority);
    await type(page, 'Lead inspector', 'Grace Lead');
    await page.getByLabel('First day').fill('2026-09-14');
    await page.getByLabel('Last day').fill('2026-09-18');
    await press(button(page, 'Create the inspection'));
    await expect(heading(page, 'Today')).toBeVisible();
    await saved(page);
    await startMeeting(page);
    await page.keyboard.type(`Pupils read ${said} with many stumbles.`);
    await saved(page);
    await go(page, 'Find');
    await type(page, 'Words to find', 'stumbles');
    await expect(page.getByText('1 place found')).toBeVisible();
}

async function expectNothingLeft(profile: string, options: LaunchOptions, change: SiteChange): Promise<void> {
    test.setTimeout(240_000);
    const site = await serveSite(change);
    const browser = await startBrowser(profile, options);
    const { page } = browser;
    try {
        await page.goto(site.address);
        if (change.headers) {
            await expect(page.getByLabel('Your name')).toBeVisible();
            await page.goto(site.address); // now it comes from the service worker, which has the headers
        }
        await type(page, 'Your name', name);
        await page.getByLabel('Your passcode').press('Control+A');
        await type(page, 'Your passcode', passcode);
        await holder(browser, [passcode, name]);
        await page.getByRole('button', { name: 'Start' }).click();
        await writeAndSearch(page);
        await lock(browser, await holder(browser, [name, authority, said]));

        await type(page, 'Passcode', passcode);
        await page.getByRole('button', { name: 'Unlock', exact: true }).click();
        await expect(heading(page, 'Find')).toBeVisible(); // where it was locked
        await go(page, 'Today');
        await tap(button(page, 'Go on writing'));
        await lock(browser, await holder(browser, [name, authority, said]));
    } finally {
        await browser.kill();
        await site.stop();
    }
}

test('after a lock the process that had the words, the passcode and the keys has ended', async ({ daybook, launchOptions }) => {
    await expectNothingLeft(daybook.profile, launchOptions, {});
});

test('after a lock the process has ended where the host sends none of our headers, from the second load on', async ({ daybook, launchOptions }) => {
    await expectNothingLeft(daybook.profile, launchOptions, { headers: {} });
});
