// Ten thousand entries in the Notebook: few of them are elements, each says which of how many it is, and all are reached.
// Never measures time: that is ./dev bench's.
import { expect, type Page } from '@playwright/test';
import { firstStart, go, openSample, test, words } from './daybook';
import { drawn, press, putCaret, saved, tap } from './hands';
import { lengthenSample } from './many_entries';

const rows = (page: Page) => page.getByRole('listitem').filter({ hasText: /Entry \d+\./ });

/** Which row has the focus, of how many, and whether all of it is in the window. */
const focusedRow = (page: Page) =>
    page.evaluate(() => {
        const row = document.getElementById('mirror')?.shadowRoot?.activeElement?.closest('li');
        const { top, bottom } = row?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        const number = (name: string): number => Number(row?.getAttribute(name));
        return { position: number('aria-posinset'), of: number('aria-setsize'), inWindow: top >= 0 && bottom <= innerHeight };
    });

test('of ten thousand entries a screenful is laid out, the Tab key reaches the others, and one is written in as ever', async ({
    daybook,
}) => {
    test.setTimeout(240_000);
    const page = await daybook.open();
    await lengthenSample(page, 10_000);
    await firstStart(page);
    await openSample(page);
    await go(page, 'Notebook');
    await expect(page.getByText(/^50 activities, 10,?000 entries$/)).toBeVisible();
    expect(await rows(page).count()).toBeGreaterThan(5);
    expect(await rows(page).count()).toBeLessThan(80);

    await rows(page).first().getByRole('button').focus();
    for (let position = 1; position <= 40; ++position) {
        await drawn(page);
        expect(await focusedRow(page)).toEqual({ position, of: 200, inWindow: true });
        await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Shift+Tab');
    await drawn(page);
    expect(await focusedRow(page)).toEqual({ position: 40, of: 200, inWindow: true });

    await page.mouse.move(300, 400);
    for (let turn = 0; turn < 20; ++turn) await page.mouse.wheel(0, 4000);
    await drawn(page);
    expect((await focusedRow(page)).position, 'what has the focus keeps it').toBe(40);
    expect(await rows(page).count()).toBeLessThan(80);

    const name = await page.evaluate(() => document.getElementById('mirror')?.shadowRoot?.activeElement?.textContent ?? '');
    await page.keyboard.press('Enter');
    await drawn(page);
    const number = /Entry \d+\./.exec(name)?.[0] ?? 'none';
    await expect(words(page)).toHaveValue(new RegExp(`^${number}`));
    await putCaret(words(page));
    await page.keyboard.type(' Written among many.');
    await saved(page);
    await expect(words(page)).toHaveValue(/Written among many\.$/);
});

test('the entries of a long meeting stand beside its words, and another one is opened from there', async ({ daybook }) => {
    const page = await daybook.open({ viewport: { width: 1366, height: 1024 } });
    await lengthenSample(page, 200);
    await firstStart(page);
    await openSample(page);
    await tap(page.getByRole('list', { name: 'Latest' }).getByRole('button').first());
    const list = page.getByRole('list', { name: 'In this meeting' });
    await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '200');
    expect(await list.getByRole('listitem').count()).toBeLessThan(60);
    const fifth = list.getByRole('button').nth(4);
    const number = /Entry \d+\./.exec((await fifth.textContent()) ?? '')?.[0] ?? 'none';
    await press(fifth);
    await expect(words(page)).toHaveValue(new RegExp(`^${number}`));
});
