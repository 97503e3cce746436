// The readiness card in a real browser: what the browser answers is what a person reads.
// Never what the app makes of other answers: that is the app's tests' business.
import { expect, type Page } from '@playwright/test';
import { button, createInspection, firstStart, heading, test } from './daybook';
import { press, tap } from './hands';

const check = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });

async function openReadiness(page: Page): Promise<void> {
    await firstStart(page);
    await createInspection(page);
    await tap(page.getByRole('button', { name: /points? to (look at|put right)/ }));
    await expect(heading(page, 'Before you leave')).toBeVisible();
}

test('the browser is asked to keep the storage, and what it answers is shown', async ({ daybook }) => {
    const page = await daybook.open();
    await page.addInitScript(() => {
        let kept = false;
        let refused = true; // as a browser may do at first
        StorageManager.prototype.persisted = async () => kept;
        StorageManager.prototype.persist = async () => (kept = !refused);
        Object.assign(globalThis, { agree: () => (refused = false) });
    });
    await openReadiness(page);
    await expect(check(page, 'Storage is kept: To look at')).toBeVisible();
    await expect(page.getByText(/Not persistent: when the device runs short of room/)).toBeVisible();
    await press(button(page, 'Ask to keep it'));
    await expect(check(page, 'Storage is kept: To look at')).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { agree(): void }).agree());
    await press(button(page, 'Ask to keep it'));
    await expect(check(page, 'Storage is kept: In order')).toBeVisible();
    await expect(page.getByText('What is stored here is not cleared to make room for others.')).toBeVisible();
});

test('in a tab of Safari it is told at once, and on the card, that everything goes after seven days without use', async ({ daybook }) => {
    const page = await daybook.open({
        userAgent:
            'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    });
    await firstStart(page);
    await expect(page.getByRole('alert').filter({ hasText: 'seven days' })).toBeVisible();
    await createInspection(page);
    await tap(page.getByRole('button', { name: /points? to put right/ }));
    await expect(heading(page, 'Before you leave')).toBeVisible();
    await expect(check(page, 'Installed: To put right')).toBeVisible();
    await expect(page.getByText(/everything that is stored is deleted after seven days without use/).first()).toBeVisible();
});
