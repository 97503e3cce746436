// Finding words again.
// Never looks at how the index is made.
import { expect, type Page } from '@playwright/test';
import { createInspection, go, openSample, startMeeting, test, words, write } from './daybook';
import { tap } from './hands';

const query = (page: Page) => page.getByRole('searchbox', { name: 'Words to find' });
const hits = (page: Page) => page.getByRole('list', { name: 'What was found' }).getByRole('button');

async function find(page: Page, wanted: string): Promise<void> {
    await go(page, 'Find');
    await expect(query(page)).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(wanted);
}

test('words are found without regard to accents and capitals, and the entry that has them opens', async ({
    started: page,
}) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Señor Müller visited Llandudno’s cafés.');
    for (const wanted of ['cafes', 'MULLER', 'senor mull', 'Müller', 'llandudno']) {
        await find(page, wanted);
        await expect(hits(page), wanted).toHaveCount(1);
        await expect(page.getByText('1 place found')).toBeAttached();
    }
    await tap(hits(page));
    await expect(words(page)).toHaveValue('Señor Müller visited Llandudno’s cafés.');
});

test('a search that finds nothing says so, and what to try', async ({ started: page }) => {
    await openSample(page);
    await find(page, 'zyzzyva');
    await expect(page.getByText('Nothing was found.')).toBeAttached();
    await expect(page.getByText('Try fewer words, or only the beginning of one.')).toBeVisible();
    await expect(hits(page)).toHaveCount(0);
});

test('what looks like a query language is only words', async ({ started: page }) => {
    await openSample(page);
    for (const odd of ['"', 'three AND', 'words:x', 'NEAR(a b)', '*', "'; drop table", '(', 'prior*', '^officers', '-three', '🪑']) {
        await find(page, odd);
        await expect(page.getByText(/Nothing was found|places? found/), odd).toBeAttached();
    }
    await find(page, '"officers" opened (three');
    await expect(hits(page)).toHaveCount(1);
});

test('words that were edited away are not found, and the new ones are, also after a reload', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'aardvark');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('buffalo');
    await expect(words(page)).toHaveValue('buffalo');
    await find(page, 'buffalo');
    await expect(hits(page)).toHaveCount(1);
    await find(page, 'aardvark');
    await expect(page.getByText('Nothing was found.')).toBeAttached();
});
