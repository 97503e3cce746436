// The stamps beside the words: where they stand, that they scroll with them, and that typing does not wait for them.
// Never a picture: the lines are measured.
import { expect, type Page } from '@playwright/test';
import { createInspection, startMeeting, test, words } from './daybook';
import { putCaret, saved } from './hands';

const stamps = (page: Page) => page.locator('.margin .stamp');

test.use({ viewport: { width: 1024, height: 768 } });

test('a stamp stands on the first line of its paragraph, and scrolls with the words', async ({
    started: page,
}) => {
    await createInspection(page);
    await startMeeting(page);
    await putCaret(words(page));
    await page.keyboard.insertText(`One. ${'The table was read out and talked about at length. '.repeat(20)}`);
    await saved(page);
    await expect(stamps(page)).toHaveCount(1);
    await page.keyboard.insertText(`\n${'Line\n'.repeat(60)}`);
    await saved(page);
    const line = await words(page).evaluate((area) => parseFloat(getComputedStyle(area).lineHeight));
    const area = async (): Promise<number> => (await words(page).boundingBox())?.y ?? 0;
    const stamp = () => stamps(page).first().boundingBox();
    const padding = 8; // above the first line
    await words(page).evaluate((field) => (field.scrollTop = 0));
    await expect
        .poll(async () => {
            const [box, y] = [await stamp(), await area()];
            return box !== null && box.y >= y + padding && box.y + box.height <= y + padding + line;
        })
        .toBe(true);
    const before = (await stamp())?.y ?? 0;
    await words(page).evaluate((field, by) => (field.scrollTop = by), 3 * line);
    await expect.poll(async () => Math.round(before - ((await stamp())?.y ?? 0))).toBe(Math.round(3 * line));
});

test('the stamps are seen and not read out, and no word stands on the page a second time', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await putCaret(words(page));
    await page.keyboard.insertText('Members read the table themselves.');
    await saved(page);
    await expect(stamps(page)).toHaveCount(1);
    await expect(page.locator('.margin')).toHaveAttribute('aria-hidden', 'true');
    await expect(page.locator('.setting')).toHaveCount(0);
    await expect(words(page)).toHaveAccessibleDescription('');
});

test('on a telephone there is no margin', async ({ started: page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await createInspection(page);
    await startMeeting(page);
    await putCaret(words(page));
    await page.keyboard.insertText('Members read the table themselves.');
    await saved(page);
    await expect(page.locator('.margin')).toBeHidden();
});
