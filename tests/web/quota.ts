// A browser that has no more room for this site: its own limit, not a refusal that a test plays.
// Never longer than the test.
import type { Page } from '@playwright/test';

/** Limits the browser's storage to what is in it already. Gives the call that lifts the limit. */
export async function limitQuota(page: Page, origin: string): Promise<() => Promise<void>> {
    const quotaSize = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const browser = await page.context().newCDPSession(page); // the limit lasts as long as this session
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    return () => browser.send('Storage.overrideQuotaForOrigin', { origin }).then(() => browser.detach());
}
