// What the app is told of the device that it runs on, for the readiness card.
// Never what the app makes of it: that is the app's tests' business.
import { expect, type Page } from '@playwright/test';
import { clearsWhenUnused } from '../../web/src/device-kind';
import { button, firstStart, heading, test } from './daybook';
import { tap } from './hands';
import { answer, holdWire, learned, setHidden, wish, wishes } from './wire';

// Known of platform/device_facts.h.
const no = 1;
const yes = 2;

interface Told {
    readonly cached: number | undefined;
    readonly installed: number | undefined;
    readonly persistent: number | undefined;
    readonly clearedWhenUnused: number | undefined;
    readonly used: number | undefined;
    readonly quota: number | undefined;
}

/** What the app was told last. */
async function told(page: Page): Promise<Told> {
    const [cached, installed, persistent, , clearedWhenUnused, , used, quota] = (await learned(page)).at(-1) ?? [];
    return { cached, installed, persistent, clearedWhenUnused, used, quota };
}

test('the app is told at its start that all of it is on the device, how it is installed, and how much room there is', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page);
    await expect.poll(() => told(page)).toMatchObject({ cached: yes, installed: no, clearedWhenUnused: 0 });
    const { used, quota } = await told(page);
    expect(used).toBeGreaterThan(1_000_000);
    expect(quota).toBeGreaterThan(used ?? 0);
});

test('a file that is missing from what is kept on the device is noticed', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page);
    await expect.poll(() => told(page)).toMatchObject({ cached: yes });
    const deleted = await page.evaluate(async () => {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                if (request.url.includes('.woff2')) return cache.delete(request);
            }
        }
        return false;
    });
    expect(deleted).toBe(true);
    await wish(page, wishes.lookAgain);
    await expect.poll(() => told(page)).toMatchObject({ cached: no });
});

test('the browser is asked to keep the storage after the first words, and when the app wants it', async ({ daybook }) => {
    const page = await daybook.open();
    await page.addInitScript(() => {
        const asked = { times: 0 };
        Object.assign(globalThis, { asked });
        StorageManager.prototype.persist = async () => ++asked.times > 0;
        StorageManager.prototype.persisted = async () => asked.times > 0;
    });
    await holdWire(page);
    const asked = () => page.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times);
    await firstStart(page);
    await expect.poll(() => told(page)).toMatchObject({ persistent: no });
    await tap(button(page, 'Create an inspection'));
    await expect(heading(page, 'New inspection')).toBeVisible();
    expect(await asked()).toBe(0);
    await wish(page, wishes.keepStorage);
    await expect.poll(() => told(page)).toMatchObject({ persistent: yes });
    expect(await asked()).toBe(1);
    await page.getByRole('textbox', { name: 'Local authority' }).fill('Northmere');
    await page.getByLabel('First day').fill('2026-09-14');
    await page.getByLabel('Last day').fill('2026-09-18');
    await page.getByRole('textbox', { name: 'Lead inspector' }).fill('Grace Lead');
    await tap(button(page, 'Create the inspection'));
    await expect(heading(page, 'Today')).toBeVisible();
    expect(await asked()).toBe(2);
});

test('the facts are looked up every five minutes while the page is seen, and never while it is not', async ({ daybook }) => {
    const page = await daybook.open();
    await page.clock.install();
    await page.addInitScript(() => {
        const looks = { count: 0 };
        Object.assign(globalThis, { looks });
        StorageManager.prototype.estimate = async () => ({ usage: ++looks.count, quota: 1e9 });
    });
    await holdWire(page);
    await firstStart(page);
    await expect.poll(() => told(page)).toMatchObject({ used: 1 });
    await answer(page, { type: 'lock-times', hidden: 0, idle: 0 });
    await page.clock.fastForward('05:01');
    await expect.poll(() => told(page)).toMatchObject({ used: 2 });
    await setHidden(page, true);
    await page.clock.fastForward('03:00:00');
    expect(await page.evaluate(() => (globalThis as unknown as { looks: { count: number } }).looks.count)).toBe(2);
    await setHidden(page, false);
    await expect.poll(() => told(page)).toMatchObject({ used: 3 });
});

test('Safari, and every browser on iOS, clears what is not used; others do not', () => {
    const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
    const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit}`;
    const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
    expect(clearsWhenUnused(`${iphone} Version/18.0 Mobile/15E148 Safari/604.1`)).toBe(true);
    expect(clearsWhenUnused(`${iphone} CriOS/140.0 Mobile/15E148 Safari/604.1`)).toBe(true);
    expect(clearsWhenUnused(`${mac} ${webkit} Version/18.0 Safari/605.1.15`)).toBe(true); // and iPadOS
    expect(clearsWhenUnused(`${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`)).toBe(false);
    expect(clearsWhenUnused('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(false);
    const android = 'Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 (KHTML, like Gecko)';
    expect(clearsWhenUnused(`${android} Chrome/140.0.0.0 Mobile Safari/537.36`)).toBe(false);
});
