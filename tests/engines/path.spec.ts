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

/** WebKitGTK has no handles of files: one copy, and that is said. */
const savedAs: Readonly<Record<EngineName, RegExp>> = {
    chromium: /^Saved \d\d:\d\d:\d\d$/,
    firefox: /^Saved \d\d:\d\d:\d\d$/,
    webkitgtk: /^Saved \d\d:\d\d:\d\d, one copy$/,
};

async function saved(engine: Engine, name: EngineName): Promise<void> {
    await drawn(engine); // what was just typed has taken an older "Saved" away
    await shown(engine, 'status', savedAs[name]);
}

async function firstStart(engine: Engine, address: string): Promise<void> {
    await engine.open(address);
    await type(engine, 'Your name', author);
    await press(engine, 'button', 'Show the passcode');
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

test('what is written is there after a reload, and is handed over word for word', async ({
    engine,
    engineName,
    site,
    office,
    downloads,
}) => {
    const keepPicture = async (of: string): Promise<void> => {
        const folder = resolve('test-results', 'engines');
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${engineName}-${of}.png`), await engine.picture());
    };
    await firstStart(engine, site.address);
    await createInspection(engine, office.recipient);
    await saved(engine, engineName);
    await startMeeting(engine);
    await engine.type(said);
    await saved(engine, engineName);
    await tap(engine, 'radio', 'Strength');
    await tap(engine, 'button', 'In confidence');
    await saved(engine, engineName);
    await expectAsWritten(engine);
    await keepPicture('meeting');
    expect(await drawnWhileQuiet(engine), 'with the caret in the words').toEqual({ drawn: 0, asked: 0 });

    await engine.reload();
    await unlock(engine);
    await go(engine, 'Today');
    await keepPicture('today');
    expect(await drawnWhileQuiet(engine), 'on Today').toEqual({ drawn: 0, asked: 0 });
    await tap(engine, 'button', 'Go on writing');
    await expectAsWritten(engine);

    await go(engine, 'Hand over');
    await tap(engine, 'button', /^Prepare (the|a new) bundle$/);
    await shown(engine, 'heading', /^Bundle \d+ is ready$/);
    await tap(engine, 'button', 'Save file');
    const database = await opened(await downloaded(downloads), office);
    expect(await rows(database, 'select words, shows, in_confidence, inspector from entries')).toEqual([
        { words: said, shows: 'strength', in_confidence: 1, inspector: author },
    ]);
    expect(await rows(database, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(engine.errors()).toEqual([]);
});
