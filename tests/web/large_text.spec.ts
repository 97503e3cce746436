// A whole report is pasted into an entry: two million letters, in several scripts, with halves of pairs among them.
// Never compares less than all of it.
import { expect, type Page } from '@playwright/test';
import { comeBack, createInspection, go, startMeeting, test, words } from './daybook';
import { drawn, putCaret, saved, tap } from './hands';

// A word that was lost once is one too many: never tried again.
test.describe.configure({ retries: 0 });

/** Lines of English, Arabic and Chinese, with pictures; runs in the page as well. */
function report(letters: number): string {
    const lines = ['Members read the table themselves.', 'قالت المديرة إن المستشار يأتي كل فصل', '校长说，顾问每半个学期来一次。', 'Well done 👩🏽‍🏫 👍'];
    const text: string[] = [];
    for (let made = 0, line = 0; made < letters; ++line) {
        text.push(`${line} ${lines[line % lines.length]}\n`);
        made += text.at(-1)?.length ?? 0;
    }
    return text.join('');
}

async function paste(page: Page, text: string): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+V');
}

/** Compared there: the text is too long to be sent about. */
const holds = (page: Page, text: string): Promise<boolean> =>
    words(page).evaluate((area, expected) => (area as HTMLTextAreaElement).value === expected, text);

test('two million letters that are pasted are all kept, over a reload as well, and one goes on writing', async ({
    daybook,
    started,
}) => {
    test.setTimeout(240_000);
    const text = report(2_000_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
    let page = started;
    await createInspection(page);
    await startMeeting(page);
    await paste(page, text);
    await saved(page);
    expect(await holds(page, text)).toBe(true);
    await page.keyboard.type('The end. ');
    await saved(page);
    await go(page, 'Notebook');
    const row = page.getByRole('button', { name: /0 Members read the table/ });
    expect((await row.textContent())?.length, 'a row is called by some of it').toBeLessThan(20_100);

    page = await daybook.open();
    await comeBack(page);
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /0 Members read the table/ }));
    expect(await holds(page, `${text}The end. `)).toBe(true);
    await putCaret(words(page));
    await page.keyboard.type('After all.');
    await saved(page);
    expect(await holds(page, `${text}The end. After all.`)).toBe(true);
});

test('six megabytes at once, more than one change can hold, are kept as well', async ({ started: page }) => {
    test.setTimeout(240_000);
    await createInspection(page);
    await startMeeting(page);
    const text = '校长说，顾问每半个学期来一次。\n'.repeat(130_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(5 * 1024 * 1024);
    await paste(page, text);
    await saved(page);
    await expect(page.getByRole('alert')).toHaveText('');
    await go(page, 'Today');
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /校长说/ }));
    expect(await holds(page, text)).toBe(true);
});

test('halves of pairs at the ends and in the middle of what is pasted become marks, each as long as it was', async ({
    started: page,
}) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('a🪑b');
    // Between the two halves of the chair, as a broken program's paste does it.
    await words(page).evaluate((area) => {
        const field = area as HTMLTextAreaElement;
        field.value = `${field.value.slice(0, 2)}x\udc00${field.value.slice(2)}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await drawn(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('c');
    await saved(page);
    await go(page, 'Notebook');
    const expected = 'a\ufffdx\ufffd\ufffdbc';
    await tap(page.getByRole('button', { name: expected }));
    await expect(words(page)).toHaveValue(expected);
});

test('words that run from the right are kept in the order in which they were typed, and edited in their middle', async ({
    started: page,
}) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.insertText('קראו את הטבלה');
    await saved(page);
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 5; ++step) await page.keyboard.press('ArrowLeft');
    await page.keyboard.insertText('Ofsted ');
    await saved(page);
    const typed = await words(page).inputValue();
    expect(typed).toContain('Ofsted ');
    expect(typed.replace('Ofsted ', '')).toBe('קראו את הטבלה');
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: /הטבלה/ }));
    await expect(words(page)).toHaveValue(typed);
});
