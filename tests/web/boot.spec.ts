// The page before and around the app: first start, unlocking, a second tab, no connection, and what it refuses to load.
// Never looks into the app's screens: their tests are others.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const passcode = 'garden window bright seven';

async function firstStart(page: Page): Promise<void> {
    await page.goto('./');
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill(passcode);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.locator('#boot')).toBeHidden();
}

async function unlock(page: Page, words = passcode): Promise<void> {
    await page.getByRole('textbox', { name: 'Passcode' }).fill(words);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

const frames = (page: Page): Promise<number> =>
    page.evaluate(() => Number(document.documentElement.dataset['frames'] ?? 0));

async function violations(page: Page): Promise<string[]> {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const result = await new AxeBuilder({ page }).withTags(tags).analyze();
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

test('the first start asks for a name and a passcode, and says what is wrong with them', async ({ page }) => {
    await page.goto('./');
    const start = page.getByRole('button', { name: 'Start' });
    await start.click();
    await expect(page.getByText('Type your name.')).toBeVisible();
    await expect(page.getByText('Choose a passcode.')).toBeVisible();
    await expect(page.getByLabel('Your name')).toBeFocused();

    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('short words');
    await start.click();
    await expect(page.getByText('This has 11 of at least 12 characters')).toBeVisible();
    await expect(page.getByLabel('Your passcode')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
});

test('four words are offered, other ones on request, and can be used', async ({ page }) => {
    await page.goto('./');
    const words = page.locator('#offered-words');
    const offered = (await words.textContent()) ?? '';
    expect(offered).toMatch(/^[a-z]{3,7}( [a-z]{3,7}){3}$/);
    await page.getByRole('button', { name: 'Others' }).click();
    await expect(words).not.toHaveText(offered);
    await page.getByRole('button', { name: 'Use these words' }).click();
    await expect(page.getByLabel('Your passcode')).toHaveValue((await words.textContent()) ?? '');
    await expect(page.getByLabel('Your passcode')).toHaveAttribute('type', 'text');
});

test('after a reload the passcode opens the notebook, and a wrong one does not', async ({ page }) => {
    await firstStart(page);
    await page.reload();
    const field = page.getByRole('textbox', { name: 'Passcode' });
    await unlock(page, 'not the passcode');
    await expect(page.getByRole('alert')).toHaveText('That passcode does not open this notebook.');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    expect(await violations(page)).toEqual([]);
    await unlock(page);
    await expect(page.locator('#boot')).toBeHidden();
});

test('a second tab says that Daybook is open elsewhere, and can try again', async ({ page, context }) => {
    await firstStart(page);
    const second = await context.newPage();
    await second.goto('./');
    await expect(second.getByRole('heading', { name: 'Daybook is open in another tab' })).toBeVisible();
    expect(await violations(second)).toEqual([]);
    await page.close();
    await second.getByRole('button', { name: 'Try again' }).click();
    await unlock(second);
    await expect(second.locator('#boot')).toBeHidden();
});

test('without a connection it starts as before', async ({ page, context }) => {
    await firstStart(page);
    await context.setOffline(true);
    await page.reload();
    await unlock(page);
    await expect(page.locator('#boot')).toBeHidden();
});

test('nothing is drawn while nothing happens', async ({ page }) => {
    await firstStart(page);
    await page.waitForTimeout(1000);
    const before = await frames(page);
    expect(before).toBeGreaterThan(0);
    await page.waitForTimeout(3000);
    expect(await frames(page)).toBe(before);
});

test('a lost graphics context comes back with the same picture', async ({ page }) => {
    await firstStart(page);
    await page.waitForTimeout(500);
    const before = await page.screenshot();
    const context = await page.evaluateHandle(() =>
        document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
    );
    await context.evaluate((lose) => lose?.loseContext());
    await page.waitForTimeout(200);
    await context.evaluate((lose) => lose?.restoreContext());
    await page.waitForTimeout(500);
    expect((await page.screenshot()).equals(before)).toBe(true);
});

test('page and worker can reach no other origin', async ({ page }) => {
    await firstStart(page);
    const elsewhere = 'http://127.0.0.1:9/'; // another origin than localhost; nothing listens there, and nothing is asked
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const refused = await page.evaluate(
        (url) =>
            new Promise<string>((resolve) => {
                document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
                fetch(url).catch(() => {});
            }),
        elsewhere,
    );
    expect(refused).toBe('connect-src');

    const [worker] = page.workers();
    const refusedThere = await worker?.evaluate(
        (url) =>
            new Promise<string>((resolve) => {
                globalThis.addEventListener('securitypolicyviolation', (event) =>
                    resolve((event as SecurityPolicyViolationEvent).violatedDirective),
                );
                fetch(url).catch(() => {});
            }),
        elsewhere,
    );
    expect(refusedThere).toBe('connect-src');
    expect(asked.filter((url) => !url.startsWith(new URL('./', page.url()).href))).toEqual([]);
});

test('every response that the page gets carries the policy', async ({ page }) => {
    await firstStart(page);
    const policies = new Map<string, string | undefined>();
    page.on('response', (response) => {
        if (response.url().startsWith('http')) policies.set(response.url(), response.headers()['content-security-policy']);
    });
    await page.reload();
    await page.getByRole('textbox', { name: 'Passcode' }).waitFor();
    expect(policies.size).toBeGreaterThan(5);
    for (const [url, policy] of policies) expect(policy, url).toContain("default-src 'none'");
});

test('where the browser stores nothing, it says so and pretends nothing', async ({ page }) => {
    // The worker's scope is out of an init script's reach, so its script is served with a refusal put before it.
    await page.context().route('**/engine.worker-*.js', async (route) => {
        const response = await route.fetch();
        const body = `StorageManager.prototype.getDirectory=()=>Promise.reject(new DOMException('no','SecurityError'));${await response.text()}`;
        await route.fulfill({ response, body });
    });
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Daybook cannot store anything here' })).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveCount(0);
});

test('a lost database is made whole again from the second copy, and the page says so', async ({ page, context }) => {
    await firstStart(page);
    await page.goto('./icon.svg'); // of the same origin, without an engine
    await page.close();
    const other = await context.newPage();
    await other.goto('./icon-192.png');
    await other.evaluate(async () => {
        const top = await navigator.storage.getDirectory();
        await top.removeEntry('daybook', { recursive: true });
    });
    await other.goto('./');
    await expect(other.getByText('were put back from the second copy')).toBeVisible();
    await unlock(other);
    await expect(other.locator('#boot')).toBeHidden();
});

test.describe('with a finger', () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

    test('a tap presses once, and not into the screen that comes after', async ({ page }) => {
        await firstStart(page);
        const button = page.locator('#mirror').getByRole('button').first();
        const box = await button.boundingBox();
        if (!box) throw new Error('the first screen has no button');
        const before = await button.textContent();
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
        await expect(button).not.toHaveText(before ?? '');
        await page.waitForTimeout(500);
        expect(await page.evaluate(() => document.querySelector('#mirror')?.shadowRoot?.activeElement ?? null)).toBeNull();
    });
});
