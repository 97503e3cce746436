// Handing over, and the office's side of it with its own two tools: age and sqlite3.
// Never opens a bundle with code of ours.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { rows, run } from './bundle';
import { button, createInspection, firstStart, go, startMeeting, words, write } from './daybook';
import { opened, prepare, takeBundle, test } from './evidence';
import { press, saved, tap, type } from './hands';

const said = 'Governors said: “ça va” — €40, 🪑\nSecond line; it\'s \'quoted\'.';

test('a bundle opens with age and the office’s key, and sqlite3 shows the words as they were typed', async ({
    started: page,
    office,
}) => {
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page, ['Chief Executive of the authority']);
    await write(page, said);
    await tap(page.getByRole('radio', { name: 'Strength' }));
    await press(button(page, 'Governance'));
    await tap(button(page, 'In confidence'));
    await tap(button(page, 'Stop the meeting'));
    await saved(page);
    await go(page, 'Hand over');
    const file = await takeBundle(page, office.folder);
    expect((await readFile(file)).subarray(0, 21).toString()).toBe('age-encryption.org/v1');

    const database = await opened(file, office);
    expect(await rows(database, 'select words, shows, in_confidence, retired, inspector from entries')).toEqual([
        { words: said, shows: 'strength', in_confidence: 1, retired: 0, inspector: 'Ada Inspector' },
    ]);
    expect(await rows(database, 'select kind, minutes, entries from activities')).toEqual([
        { kind: 'Meeting', minutes: 0, entries: 1 },
    ]);
    expect(await rows(database, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

test('a bundle that is asked for in the middle of a word has the word', async ({ started: page, office }) => {
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page);
    await page.keyboard.type('said a moment a'); // and not waited for
    await go(page, 'Hand over');
    const file = await takeBundle(page, office.folder);
    expect(await rows(await opened(file, office), 'select words from entries')).toEqual([{ words: 'said a moment a' }]);
});

test('when the share sheet of a tablet opens, everything that was typed is stored', async ({ daybook, office }) => {
    const page = await daybook.open({ hasTouch: true, isMobile: true });
    await page.addInitScript(() => {
        const shared: string[] = [];
        Object.assign(globalThis, { shared });
        Object.assign(navigator, {
            canShare: () => true,
            async share({ files: [file] = [] }: ShareData) {
                const status = document.getElementById('mirror')?.shadowRoot?.querySelector('[role=status]')?.textContent;
                shared.push(`${file?.name}: ${status}`);
            },
        });
    });
    await firstStart(page);
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page);
    await page.keyboard.type('said a moment a');
    await go(page, 'Hand over');
    await tap(prepare(page));
    await expect(page.getByRole('heading', { name: /Bundle \d+ is ready/ })).toBeVisible();
    await tap(button(page, 'Save file'));
    const shared = () => page.evaluate(() => (globalThis as unknown as { shared: string[] }).shared);
    await expect.poll(shared).toEqual([expect.stringMatching(/^daybook-.*: \s*Saved \d\d:\d\d:\d\d/)]);
});

test('a bundle as text is armored, and opens the same', async ({ started: page, office }) => {
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page);
    await write(page, said);
    await go(page, 'Hand over');
    await tap(page.getByRole('radio', { name: 'Text, for an email' }));
    const file = await takeBundle(page, office.folder);
    expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n$/);
    expect(await rows(await opened(file, office), 'select words from entries')).toEqual([{ words: said }]);
});

test('a bundle has no typed word, no name and no authority in clear, and no other key opens it', async ({
    started: page,
    office,
}) => {
    await createInspection(page, { officeKey: office.recipient, authority: 'Ravensbourne' });
    await startMeeting(page);
    await write(page, 'plainlyreadable');
    await go(page, 'Hand over');
    const file = await takeBundle(page, office.folder);
    const bytes = await readFile(file);
    for (const secret of ['plainlyreadable', 'Ravensbourne', 'Ada Inspector', 'SQLite format']) {
        expect(bytes.includes(secret), secret).toBe(false);
        expect(file).not.toContain(secret);
    }
    const stranger = join(office.folder, 'stranger.txt');
    await run('age-keygen', ['-o', stranger]);
    await expect(run('age', ['-d', '-i', stranger, file])).rejects.toThrow(/no identity matched/);
    await writeFile(file, bytes.subarray(0, bytes.length - 1));
    await expect(opened(file, office)).rejects.toThrow();
});

test('without a key it says why no bundle can be prepared, and a key that is added later is enough', async ({
    started: page,
    office,
}) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
    await go(page, 'Hand over');
    await expect(page.getByText(/Nobody yet\. A bundle is locked to the keys of those who may read it/)).toBeVisible();
    await expect(page.getByText('Add a key first: then a bundle can be prepared.')).toBeAttached();
    await expect(prepare(page)).toBeDisabled();

    await type(page.getByRole('textbox', { name: 'Office’s recovery key' }), 'age1wrong');
    await tap(button(page, 'Add these keys'));
    await expect(page.getByRole('textbox', { name: 'Office’s recovery key' })).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('textbox', { name: 'Office’s recovery key' }).fill('');
    await type(page.getByRole('textbox', { name: 'Office’s recovery key' }), office.recipient);
    await tap(button(page, 'Add these keys'));
    await expect(page.getByText(`The office: ${office.recipient.slice(0, 12)}…${office.recipient.slice(-8)}`)).toBeVisible();
    const file = await takeBundle(page, office.folder);
    expect(await rows(await opened(file, office), 'select words from entries')).toEqual([{ words: said }]);
});

test('a second bundle has what was written since, and another name', async ({ started: page, office }) => {
    await createInspection(page, { officeKey: office.recipient });
    await startMeeting(page);
    await write(page, 'First.');
    await go(page, 'Hand over');
    const first = await takeBundle(page, office.folder);
    await go(page, 'Today');
    await tap(button(page, 'Go on writing'));
    await write(page, ' And then.');
    await expect(words(page)).toHaveValue('First. And then.');
    await go(page, 'Hand over');
    const second = await takeBundle(page, office.folder);
    expect(second).not.toBe(first);
    expect(await rows(await opened(first, office), 'select words from entries')).toEqual([{ words: 'First.' }]);
    expect(await rows(await opened(second, office), 'select words from entries')).toEqual([{ words: 'First. And then.' }]);
});
