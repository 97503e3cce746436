// The whole way of a record in each engine: written, there after a reload, handed over, and read with age and sqlite3.
// Never opens a bundle with code of ours.
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { rows } from '../web/bundle';
import { author, passcode } from '../web/daybook';
import { opened } from '../web/evidence';
import type { Engine } from './engine';
import { type EngineName, test } from './fixtures';
import { drawn, go, press, putDate, shown, tap, type } from './screen';

const said = 'Le café “Ångström” — naïve? €40, 🪑\nSecond line; it\'s \'quoted\'.';
const quiet = 3_000; // ms in which nothing may be drawn

/** How it is said in how many copies everything is kept. */
interface Copies {
    readonly atFirst: RegExp | undefined; // before anything is written
    readonly saved: RegExp;
    readonly onTheCard: RegExp;
}

const twoCopies: Copies = {
    atFirst: undefined,
    saved: /^Saved \d\d:\d\d:\d\d$/,
    onTheCard: /^Everything that was written is on this device twice\.$/,
};
const oneCopy: Copies = {
    atFirst: /^This browser keeps one copy of what you write, where others keep two\./,
    saved: /^Saved \d\d:\d\d:\d\d, one copy$/,
    onTheCard: /^This browser keeps one copy, where others keep two\. All is saved in it,/,
};
const copies: Readonly<Record<EngineName, Copies>> = { chromium: twoCopies, firefox: twoCopies, webkitgtk: oneCopy };

async function saved(engine: Engine, kept: Copies): Promise<void> {
    await drawn(engine); // what was just typed has taken an older "Saved" away
    await shown(engine, 'status', kept.saved);
}

async function firstStart(engine: Engine, address: string, kept: Copies): Promise<void> {
    await engine.open(address);
    if (kept.atFirst) await shown(engine, 'paragraph', kept.atFirst);
    await type(engine, 'Your name', author);
    await type(engine, 'Your passcode', passcode);
    await press(engine, 'button', 'Start');
    await shown(engine, 'heading', `Welcome, ${author}`);
}

async function createInspection(engine: Engine, officeKey: string): Promise<void> {
    await tap(engine, 'button', 'Create an inspection');
    await type(engine, 'Local authority', 'Northmere');
    await putDate(engine, 'First day', '2026-09-14');
    await putDate(engine, 'Last day', '2026-09-18');
    await type(engine, 'Lead inspector', 'Grace Lead');
    await type(engine, 'Office’s recovery key', officeKey);
    await press(engine, 'button', 'Create the inspection');
    await shown(engine, 'heading', 'Today');
}

async function startMeeting(engine: Engine): Promise<void> {
    await tap(engine, 'button', 'Start a meeting');
    await shown(engine, 'heading', 'Start a meeting');
    await tap(engine, 'button', 'Start');
    await shown(engine, 'heading', 'Meeting');
    await expect.poll(async () => (await shown(engine, 'textbox', 'What was said')).focused).toBe(true);
}

/** Words by keys, both marks by the pointer where the canvas shows them. */
async function writeAndMark(engine: Engine, kept: Copies): Promise<void> {
    await engine.type(said);
    await saved(engine, kept);
    await tap(engine, 'radio', 'Strength');
    await tap(engine, 'button', 'In confidence');
    await saved(engine, kept);
}

/** The words and both marks are as they were made. */
async function expectAsWritten(engine: Engine): Promise<void> {
    expect((await shown(engine, 'textbox', 'What was said')).value).toBe(said);
    for (const [role, mark] of [['radio', 'Strength'], ['button', 'In confidence']] as const) {
        await expect.poll(async () => (await shown(engine, role, mark)).on, { message: mark }).toBe(true);
    }
}

async function unlock(engine: Engine): Promise<void> {
    await type(engine, 'Passcode', passcode);
    await press(engine, 'button', 'Unlock');
}

/** Frames that the page drew, and asked for, while nothing happened. */
async function drawnWhileQuiet(engine: Engine): Promise<unknown> {
    await drawn(engine);
    return engine.evaluate(async (time) => {
        const frames = (): number => Number(document.documentElement.dataset['frames'] ?? NaN);
        const before = frames();
        const wait = globalThis.requestAnimationFrame;
        let asked = 0;
        globalThis.requestAnimationFrame = (callback) => {
            ++asked;
            return wait(callback);
        };
        await new Promise((resolve) => setTimeout(resolve, time));
        globalThis.requestAnimationFrame = wait;
        return { drawn: frames() - before, asked };
    }, quiet);
}

/** It comes to rest: what the browser has still to tell of itself after a start may take a frame. */
async function expectRest(engine: Engine): Promise<void> {
    await expect(async () => expect(await drawnWhileQuiet(engine)).toEqual({ drawn: 0, asked: 0 })).toPass({
        timeout: 60_000,
    });
}

/** The bundle, when the browser has put all of it into its folder. */
async function downloaded(folder: string): Promise<string> {
    let name = '';
    const whole = async (): Promise<boolean> => {
        const names = await readdir(folder); // while it is on its way it has another name, or a second one beside it
        name = names[0] ?? '';
        return names.length === 1 && name.endsWith('.age') && (await stat(join(folder, name))).size > 0;
    };
    await expect.poll(whole, { message: 'a bundle is downloaded' }).toBe(true);
    return join(folder, name);
}

/** By the browser's own download, in each engine. */
async function takeBundle(engine: Engine, downloads: string): Promise<string> {
    await go(engine, 'Hand over');
    await tap(engine, 'button', /^Prepare (the|a new) bundle$/);
    await shown(engine, 'heading', /^Bundle \d+ is ready$/);
    await tap(engine, 'button', 'Save file');
    return downloaded(downloads);
}

async function keepPicture(engine: Engine, name: string): Promise<void> {
    const folder = resolve('test-results', 'engines');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), await engine.picture());
}

test('what is written is there after a reload, and is handed over word for word', async ({
    engine,
    engineName,
    site,
    office,
    downloads,
}) => {
    const kept = copies[engineName];
    await firstStart(engine, site.address, kept);
    await createInspection(engine, office.recipient);
    await saved(engine, kept);
    await startMeeting(engine);
    await writeAndMark(engine, kept);
    await expectAsWritten(engine);
    await keepPicture(engine, `${engineName}-meeting`);
    await expectRest(engine);

    await engine.reload();
    await unlock(engine);
    await go(engine, 'Today');
    await keepPicture(engine, `${engineName}-today`);
    await expectRest(engine);
    await tap(engine, 'button', 'Go on writing');
    await expectAsWritten(engine);

    await go(engine, 'More');
    await press(engine, 'button', /^Before you leave/);
    await shown(engine, 'paragraph', kept.onTheCard);

    const database = await opened(await takeBundle(engine, downloads), office);
    expect(await rows(database, 'select words, shows, in_confidence, inspector from entries')).toEqual([
        { words: said, shows: 'strength', in_confidence: 1, inspector: author },
    ]);
    expect(await rows(database, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await engine.errors(), 'errors in the console').toEqual([]);
});
