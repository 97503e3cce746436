// The browser is killed in the moment of the first start. What is killed while somebody writes is tests/faults/web's.
// Never waits for the start to be done.
import { expect } from '@playwright/test';
import { startBrowser } from './browser';
import { test } from './daybook';

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a browser that is killed in the moment of the first start is as good as new or asks for the passcode', async ({
    daybook,
    launchOptions,
    baseURL,
}) => {
    const address = baseURL ?? '';
    const browser = await startBrowser(daybook.profile, launchOptions);
    const { page } = browser;
    await page.goto(address);
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).click();
    await browser.kill();
    const again = await daybook.open();
    await again.goto(address);
    await expect(again.getByLabel(/^(Your name|Passcode)$/)).toBeVisible();
    await expect(again.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});
