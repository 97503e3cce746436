// The pool's files, damaged between two visits or refused at one: noticed, kept, healed from the second copy, and said.
// Never checks how SQLite's own pages are healed: that is the engine's.
import { expect, type Page } from '@playwright/test';
import { createInspection, firstStart, goOnWriting, startMeeting, test, unlock, words, write } from './daybook';
import { counts, oneRefusal, readCounts } from './refusals';
import { serveSite } from './site';
import { bytesOfPool, changePool, copyInPool, flipInPool, keptAside, leaveDaybook, poolFile, poolFiles } from './stored';

const said = 'Written before the damage.';

async function writing(page: Page, address?: string): Promise<void> {
    await firstStart(page, address);
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
}

const note = (page: Page) => page.locator('.note');

async function readsOn(page: Page): Promise<void> {
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue(said);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0, timeout: 180_000 }); // Argon2 for each visit

for (const [what, at] of [
    ['name', 3],
    ['flags', 514],
    ['digest', 519],
] as const) {
    test(`a flipped bit in the ${what} of the database’s file is noticed, the file is kept, and no word is missing`, async ({ daybook }) => {
        const page = await daybook.open();
        await writing(page);
        await leaveDaybook(page);
        const database = await poolFile(page, /\.db$/);
        await flipInPool(page, database.name, at);
        const damaged = await bytesOfPool(page, database.name);
        await page.goto('./');
        await expect(note(page)).toContainText('A file of the notebook was damaged. It was kept as it is');
        await expect(note(page)).toContainText('were put back from the second copy');
        await readsOn(page);
        await leaveDaybook(page);
        const kept = await keptAside(page);
        expect(kept.some((file) => Buffer.from(file.bytes).equals(Buffer.from(damaged)))).toBe(true);
        expect(kept, 'its log is kept as well').toHaveLength(2);
        // The next start has nothing to say.
        await page.goto('./');
        await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible();
        await expect(note(page)).toHaveCount(0);
        await readsOn(page);
    });
}

test('a flipped bit in the header of the log’s file loses no word', async ({ daybook }) => {
    const page = await daybook.open();
    await writing(page);
    await leaveDaybook(page);
    await flipInPool(page, (await poolFile(page, /\.db-wal$/)).name, 100);
    await page.goto('./');
    await expect(note(page)).toContainText('A file of the notebook was damaged. It was kept as it is');
    await readsOn(page);
});

for (const [where, part] of [
    ['first', 0],
    ['middle', 0.5],
] as const) {
    test(`a flipped bit in the ${where} page of the log is healed from the second copy`, async ({ daybook }) => {
        const page = await daybook.open();
        await writing(page);
        await leaveDaybook(page);
        const log = await poolFile(page, /\.db-wal$/);
        const firstPage = 4096 + 32 + 24; // behind the headers of the pool, the log and its first frame
        await flipInPool(page, log.name, firstPage + Math.floor((log.size - firstPage) * part));
        await page.goto('./');
        await expect(note(page)).toContainText('put back from the second copy');
        await readsOn(page);
    });
}

test('a database that is none any more is set aside, byte for byte, with its log, and rebuilt', async ({ daybook }) => {
    const page = await daybook.open();
    await writing(page);
    await leaveDaybook(page);
    const database = await poolFile(page, /\.db$/);
    const itsLog = await poolFile(page, /\.db-wal$/);
    await flipInPool(page, database.name, 4096 + 5); // in SQLite's own first line
    await flipInPool(page, itsLog.name, 4096 + 32 + 24); // or the log would have a sound first page
    const damaged = await bytesOfPool(page, database.name);
    const log = await bytesOfPool(page, itsLog.name);
    await page.goto('./');
    await expect(note(page)).toContainText('rebuilt from the second copy. The damaged one was kept as daybook-aside/');
    await readsOn(page);
    await leaveDaybook(page);
    const kept = await keptAside(page);
    expect(kept.map((file) => file.name.replace(/^[\d-]+/, '')).sort()).toEqual(['.db', '.db-wal']);
    for (const { name, bytes } of kept) {
        const original = (name.endsWith('-wal') ? log : damaged).slice(4096);
        expect(Buffer.from(bytes).equals(Buffer.from(original)), name).toBe(true);
    }
    await page.goto('./');
    await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible();
    await expect(note(page)).toHaveCount(0);
    await readsOn(page);
});

test('a file that was freed while the power failed is empty before anything is written to it', async ({ daybook }) => {
    const page = await daybook.open();
    await writing(page);
    await leaveDaybook(page);
    const free = (await poolFiles(page)).filter((file) => file.path === '');
    expect(free.length).toBeGreaterThan(1);
    // The log of before, and the database, in files whose truncation was lost.
    await copyInPool(page, (await poolFile(page, /\.db-wal$/)).name, free[0]?.name ?? '');
    await copyInPool(page, (await poolFile(page, /\.db$/)).name, free[1]?.name ?? '');
    for (const file of free.slice(2)) await changePool(page, file.name, 4096, 5_000);
    await page.goto('./');
    await readsOn(page);
    await leaveDaybook(page);
    for (const file of (await poolFiles(page)).filter(({ path }) => path === '')) expect(file.size).toBe(4096);
    expect(await keptAside(page), 'what looks like a database is kept all the same').toHaveLength(1);
});

test('a log without its database is kept aside, and is not taken up by a new database', async ({ daybook }) => {
    const page = await daybook.open();
    await writing(page);
    await leaveDaybook(page);
    const database = await poolFile(page, /\.db$/);
    await page.evaluate(async (name) => {
        const root = await navigator.storage.getDirectory();
        const folder = await (await root.getDirectoryHandle('daybook')).getDirectoryHandle('.opaque');
        await folder.removeEntry(name);
    }, database.name);
    await page.goto('./');
    await expect(note(page)).toContainText('put back from the second copy');
    await readsOn(page);
    await leaveDaybook(page);
    expect(await keptAside(page)).toHaveLength(1);
});

for (const which of [1, 2, 3, 9, 20]) {
    test(`a browser that refuses one handle, the ${which}. that it is asked for, loses nothing`, async ({ daybook }) => {
        const site = await serveSite({ beforeWorker: oneRefusal.replace('REFUSED', String(which)) });
        const page = await daybook.open();
        await writing(page, site.address);
        await page.reload();
        await expect(note(page)).toHaveCount(0);
        await readsOn(page);
        await site.stop();
    });
}

test('an edit is one flush, and once the notebook is made no file of the pool is freed in which an old log could stay', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: counts });
    const page = await daybook.open();
    await writing(page, site.address);
    for (const visit of [1, 2]) {
        const before = await readCounts(page);
        for (const word of ['One. ', 'Two. ', 'Three. ', 'Four. ', 'Five. ']) await write(page, `${visit}: ${word}`);
        const after = await readCounts(page);
        const batches = after.batches - before.batches;
        expect(batches).toBeGreaterThanOrEqual(5);
        expect(after.flushes - before.flushes).toBe(batches);
        // Only when the database is made SQLite needs a journal, once, while there is nothing to roll back.
        expect(after.freed).toBe(visit === 1 ? 1 : 0);
        console.log(`FLUSHES ${after.flushes - before.flushes} of the database’s files for ${batches} commits`);
        await page.reload();
        await unlock(page);
        await goOnWriting(page);
    }
    await site.stop();
});
