// Photographs: how they come onto the page, what is left of them there, and that they are kept as words are.
// Never a photograph of anybody's: camera.ts makes them.
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { startBrowser } from './browser';
import { rows, run } from './bundle';
import {
    asFromCamera,
    besides,
    claiming,
    draw,
    drop,
    type File,
    look,
    openPicture,
    paste,
    quarters,
    smallPictures,
    traces,
} from './camera';
import { button, comeBack, createInspection, firstStart, go, heading, startMeeting, words, write } from './daybook';
import { opened, takeBundle, test } from './evidence';
import { press, saved, tap, type } from './hands';
import { search } from './search';
import { serveSite } from './site';

const said = 'The notice beside the door.';
const turned = 6; // Exif's orientation of a camera that was held upright: to be turned a quarter to the right

const small = (page: Page): Locator => page.getByRole('button', { name: /^Photograph/ });
const complaint = (page: Page): Locator => page.getByRole('alert');

async function jpeg(page: Page, width = 800, height = 600): Promise<File> {
    return { name: 'photograph.jpg', mimeType: 'image/jpeg', buffer: await draw(page.context(), width, height) };
}

/** By the platform's picker, as a camera gives it. */
async function choose(page: Page, ...files: File[]): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button(page, 'Add a photograph'))]);
    await chooser.setFiles(files);
}

async function meeting(page: Page, officeKey?: string): Promise<void> {
    await createInspection(page, officeKey ? { officeKey } : {});
    await startMeeting(page);
    await write(page, said);
}

async function openFirst(page: Page): Promise<void> {
    await tap(small(page).first());
    await expect(page.getByRole('img')).toBeVisible();
    await expect.poll(() => openPicture(page)).not.toBe(undefined);
}

/** The files in a bundle, as the office takes them out. */
async function handedOver(page: Page, office: { folder: string; key: string; recipient: string }): Promise<Buffer[]> {
    await go(page, 'Hand over');
    const database = await opened(await takeBundle(page, office.folder), office);
    const files = (await rows(database, 'select file_name from attachments order by added, id')) as { file_name: string }[];
    await run('sqlite3', [database, `select writefile('${office.folder}/' || file_name, content) from attachments`]);
    return Promise.all(files.map(({ file_name }) => readFile(join(office.folder, file_name))));
}

// Evidence that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a photograph is handed over made smaller, the right way up, and with nothing that the camera wrote', async ({
    started: page,
    office,
}) => {
    await meeting(page, office.recipient);
    const taken = asFromCamera(await draw(page.context(), 3000, 2000), turned);
    for (const trace of traces) expect(taken.includes(trace), trace).toBe(true);
    await choose(page, { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: taken });
    await expect(small(page)).toHaveCount(1);
    await saved(page);
    const [file] = await handedOver(page, office);
    if (!file) throw new Error('the bundle has no file');
    for (const trace of [...traces, 'GPS', 'IMG_0001']) expect(file.includes(trace), trace).toBe(false);
    // Beside the picture there is nothing but what the browser's own encoder says of every picture that it makes.
    expect(besides(file)).toEqual(['JFIF', 'ICC_PROFILE']);
    expect(await look(page.context(), file)).toEqual({ width: 1600, height: 2400, seen: ['blue', 'red', 'white', 'lime'] });
    expect(file.length).toBeLessThan(taken.length * 4);
});

test('a photograph is shown as it was taken, small and opened, and its name is what was written of it', async ({ started: page }) => {
    await meeting(page);
    await choose(page, await jpeg(page));
    await expect(small(page)).toHaveAccessibleName(/^Photograph, \d\d:\d\d$/);
    await expect.poll(() => smallPictures(page)).toEqual([[...quarters]]);
    await openFirst(page);
    await expect(heading(page, 'Photograph')).toBeVisible();
    expect(await openPicture(page)).toEqual([...quarters]);
    await type(page.getByRole('textbox', { name: 'What the photograph shows' }), 'Staff survey, page 2');
    await saved(page);
    await expect(page.getByRole('img', { name: 'Staff survey, page 2' })).toBeVisible();
    await tap(button(page, 'Back'));
    await expect(words(page)).toHaveValue(said);
    await expect(small(page)).toHaveAccessibleName(/^Photograph, \d\d:\d\d\. Staff survey, page 2$/);
    await go(page, 'Find');
    await page.getByRole('searchbox').fill('survey');
    await tap(page.getByRole('list', { name: 'What was found' }).getByRole('button', { name: /Staff survey/ }));
    await expect(words(page)).toHaveValue(said);
});

test('one comes closer by button, key, wheel and two fingers, and sees the whole of it again', async ({ daybook }) => {
    const page = await daybook.open({ hasTouch: true });
    await firstStart(page);
    await meeting(page);
    await choose(page, await jpeg(page, 2400, 1800));
    await expect(small(page)).toHaveCount(1);
    await openFirst(page);
    const picture = page.getByRole('img');
    const near = async (percent: number | RegExp): Promise<void> => {
        await expect(picture).toHaveAttribute('aria-description', typeof percent === 'number' ? `${percent}%` : percent);
    };
    const box = await picture.boundingBox();
    if (!box) throw new Error('the picture is not shown');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await near(100);
    await press(button(page, 'Closer'));
    await near(150);
    await page.keyboard.press('+');
    await near(225);
    await page.keyboard.press('0');
    await near(100);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -85);
    await near(/^1[1-4]\d%$/);
    await tap(button(page, 'The whole picture'));
    await near(100);
    const touch = await page.context().newCDPSession(page);
    const fingers = (apart: number): { x: number; y: number; id: number }[] => [
        { x: x - apart, y, id: 1 },
        { x: x + apart, y, id: 2 },
    ];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(50) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(100) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await near(200);
    await page.keyboard.press('Escape');
    await expect(words(page)).toHaveValue(said);
});

test('a photograph is pasted or dropped on an entry, and words that bring a picture along are pasted as words', async ({
    started: page,
}) => {
    await meeting(page);
    expect(await paste(page, await jpeg(page))).toBe(true);
    await expect(small(page)).toHaveCount(1);
    expect(await drop(page, await jpeg(page))).toBe(true);
    await expect(small(page)).toHaveCount(2);
    expect(await paste(page, await jpeg(page), 'Words with their picture')).toBe(false);
    await go(page, 'Today');
    expect(await drop(page, await jpeg(page))).toBe(true); // or the browser would show it in the page's place
    await expect(complaint(page)).toContainText('A photograph belongs to an entry.');
    await tap(button(page, 'Go on writing'));
    await expect(small(page)).toHaveCount(2);
});

test('what is no picture, damaged or far too large is refused in plain words, and nothing else changes', async ({ started: page }) => {
    await meeting(page);
    const picture = await draw(page.context(), 800, 600);
    const png = await draw(page.context(), 800, 600, 'image/png');
    const webp = await draw(page.context(), 800, 600, 'image/webp');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="red"/></svg>';
    const html = `<!doctype html><title>A page</title><p>${'Words. '.repeat(40)}`;
    const unreadable = /no picture that can be read here, or it is damaged/;
    const refused: readonly (readonly [string, Buffer, RegExp])[] = [
        ['letter.jpg', Buffer.from('Dear Sir or Madam'), unreadable],
        ['garbled.jpg', Buffer.from(picture).fill(0x55, 2, 600), unreadable],
        ['scan-garbled.png', Buffer.from(png).fill(0x55, 60, 200), unreadable],
        ['cut.jpg', picture.subarray(0, Math.floor(picture.length / 2)), unreadable],
        ['cut-late.jpg', picture.subarray(0, picture.length - 2), unreadable],
        ['cut.png', png.subarray(0, png.length - 20), unreadable],
        ['cut.webp', webp.subarray(0, webp.length - 20), unreadable],
        ['drawing.jpg', Buffer.from(svg), unreadable],
        ['page.jpg', Buffer.from(html), unreadable],
        ['nothing.jpg', Buffer.alloc(0), unreadable],
        ['huge.jpg', claiming(picture, 12_000, 9_000), /has 108 megapixels, and at most 64/],
    ];
    for (const [name, buffer, why] of refused) {
        await choose(page, { name, mimeType: 'image/jpeg', buffer });
        await expect(complaint(page), name).toContainText(why);
        await tap(button(page, 'Close this notice'));
        await expect(complaint(page)).toHaveText('');
        await expect(words(page)).toHaveValue(said);
    }
    const long = test.info().outputPath('long.jpg');
    await writeFile(long, picture);
    await truncate(long, 100_000_001);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button(page, 'Add a photograph'))]);
    await chooser.setFiles(long);
    await expect(complaint(page)).toContainText(unreadable);
    await write(page, ' And more words.');
    await expect(small(page)).toHaveCount(0);
    await choose(page, { name: 'good.jpg', mimeType: 'image/jpeg', buffer: picture });
    await expect(small(page)).toHaveCount(1);
});

test('what was typed is kept if the browser ends while the camera is in front', async ({ daybook, launchOptions }) => {
    test.setTimeout(120_000);
    const site = await serveSite();
    const browser = await startBrowser(daybook.profile, launchOptions);
    const { page } = browser;
    try {
        await firstStart(page, site.address);
        await createInspection(page);
        await startMeeting(page);
        await page.keyboard.type('typed at once before the camera');
        await Promise.all([page.waitForEvent('filechooser'), tap(button(page, 'Add a photograph'))]);
        await saved(page);
        await browser.kill();
        const again = await daybook.open();
        await comeBack(again, site.address);
        await tap(button(again, 'Go on writing'));
        await expect(words(again)).toHaveValue('typed at once before the camera');
    } finally {
        await browser.kill();
        await site.stop();
    }
});

test('a photograph survives a reload and a killed browser, and nothing of it can be read in the browser’s files', async ({
    daybook,
    launchOptions,
}) => {
    test.setTimeout(120_000);
    const site = await serveSite();
    const browser = await startBrowser(daybook.profile, launchOptions);
    const { page } = browser;
    try {
        // What the page decodes is the photograph as it is stored, before its seal and after.
        const pieces: string[] = [];
        await page.exposeFunction('tellPiece', (piece: string) => pieces.push(piece));
        await page.addInitScript(() => {
            const scope = globalThis as unknown as { tellPiece(piece: string): Promise<void> };
            const decode = globalThis.createImageBitmap.bind(globalThis);
            const listening = async (source: ImageBitmapSource): Promise<ImageBitmap> => {
                if (source instanceof Blob) {
                    const bytes = new Uint8Array(await source.arrayBuffer());
                    await scope.tellPiece(String.fromCharCode(...bytes.subarray(700, 732)));
                }
                return decode(source);
            };
            Object.assign(globalThis, { createImageBitmap: listening });
        });
        await firstStart(page, site.address);
        await meeting(page);
        await choose(page, await jpeg(page, 1600, 1200));
        await expect(small(page)).toHaveCount(1);
        await saved(page);
        await page.reload();
        await comeBack(page, site.address);
        await tap(button(page, 'Go on writing'));
        await openFirst(page);
        expect(await openPicture(page)).toEqual([...quarters]);
        await browser.kill();

        expect(pieces.length).toBeGreaterThan(1);
        const readable = [...new Set(pieces)].map((piece) => Buffer.from(piece, 'latin1'));
        const { found } = await search(daybook.profile, [Buffer.from('SQLite format 3\0'), ...readable]);
        const [known, ...leaked] = found;
        expect(known, 'the search finds bytes that are there').not.toEqual([]);
        expect(leaked.flat()).toEqual([]);
        const again = await daybook.open();
        await comeBack(again, site.address);
        await tap(button(again, 'Go on writing'));
        await expect(words(again)).toHaveValue(said);
        await openFirst(again);
        expect(await openPicture(again)).toEqual([...quarters]);
    } finally {
        await browser.kill();
        await site.stop();
    }
});

test('every kind of picture that says how large it is is taken in, and one of 60 megapixels while the page goes on', async ({
    started: page,
}) => {
    await meeting(page);
    for (const [count, type] of ['image/png', 'image/webp', 'image/jpeg'].entries()) {
        await choose(page, { name: 'picture', mimeType: type, buffer: await draw(page.context(), 800, 600, type) });
        await expect(small(page)).toHaveCount(count + 1);
    }
    const large = await draw(page.context(), 10_000, 6000);
    const longest = page.evaluate(async () => {
        let [last, most] = [performance.now(), 0];
        const until = last + 3000;
        while (last < until) {
            await new Promise((done) => setTimeout(done, 4));
            most = Math.max(most, performance.now() - last);
            last = performance.now();
        }
        return most;
    });
    await choose(page, { name: 'large.jpg', mimeType: 'image/jpeg', buffer: large });
    await expect(small(page)).toHaveCount(4, { timeout: 30_000 });
    console.log(`PHOTOGRAPH of 60 megapixels: the page was busy for ${Math.round(await longest)} ms at most`);
    expect(await longest).toBeLessThan(1000); // decoding alone takes longer than that where nothing is spread out
    await expect.poll(() => smallPictures(page)).toEqual(Array.from({ length: 4 }, () => [...quarters]));
});

test('by keyboard alone a photograph is opened, looked at and left, and the focus is where it was', async ({ started: page }) => {
    await meeting(page);
    await choose(page, await jpeg(page), await jpeg(page));
    await expect(small(page)).toHaveCount(2);
    await small(page).nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: /^Photograph 2 of 2/ })).toBeVisible();
    await page.keyboard.press('+');
    await expect(page.getByRole('img')).toHaveAttribute('aria-description', '150%');
    await page.keyboard.press('Escape');
    await expect(small(page).nth(1)).toBeFocused();
});

test('a lock takes every pixel off the page', async ({ started: page }) => {
    await meeting(page);
    await choose(page, await jpeg(page));
    await expect.poll(() => smallPictures(page)).toEqual([[...quarters]]);
    await go(page, 'More');
    await tap(button(page, 'Lock now'));
    await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible();
    expect(await smallPictures(page)).toEqual([]);
});

test('a retired photograph stands in its place as such, and can be brought back', async ({ started: page }) => {
    await meeting(page);
    await choose(page, await jpeg(page), await jpeg(page));
    await expect(small(page)).toHaveCount(2);
    await openFirst(page);
    await tap(button(page, 'Retire this photograph'));
    await tap(button(page, 'Back'));
    await expect(small(page).first()).toHaveAccessibleName(/^Photograph 1 of 2, \d\d:\d\d, retired$/);
    await tap(small(page).first());
    await tap(button(page, 'Bring back this photograph'));
    await tap(button(page, 'Next photograph'));
    await expect(heading(page, 'Photograph 2 of 2')).toBeVisible();
});
