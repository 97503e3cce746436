// Drawing by pen on the page: every point that the browser has, no palm, and ink that is handed over as it was drawn.
// Never a real pen: its events are the browser's own, asked for by its debugging protocol.
import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { rows } from './bundle';
import { button, comeBack, createInspection, firstStart, go, goOnWriting, startMeeting, write } from './daybook';
import { opened, takeBundle, test } from './evidence';
import { drawn, saved, tap, type } from './hands';
import { type Area, inkIn, pixelsOf } from './pixels';

const sheet = (page: Page, strokes: number) =>
    page.getByRole('img', { name: new RegExp(`^Drawing, ${strokes} stroke`) });

/** Where the sheet is that is open. */
async function paperOf(page: Page): Promise<Area> {
    const box = await page.getByRole('img', { name: /^Drawing/ }).boundingBox();
    if (!box) throw new Error('there is no sheet');
    return box;
}

interface Spot {
    readonly x: number;
    readonly y: number;
}

interface PenHand {
    down(spot: Spot): Promise<void>;
    along(spots: readonly Spot[]): Promise<void>;
    up(spot: Spot): Promise<void>;
}

function penHand(session: CDPSession): PenHand {
    const tell = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Spot): Promise<void> => {
        await session.send('Input.dispatchMouseEvent', {
            type,
            x,
            y,
            button: type === 'mouseMoved' ? 'none' : 'left',
            buttons: type === 'mouseReleased' ? 0 : 1,
            clickCount: 1,
            pointerType: 'pen',
            force: 0.6,
        });
    };
    return {
        down: (spot) => tell('mousePressed', spot),
        async along(spots) {
            for (const spot of spots) await tell('mouseMoved', spot);
        },
        up: (spot) => tell('mouseReleased', spot),
    };
}

/** From the left to the right, at this height of the sheet. */
function line({ x, y, width, height }: Area, share = 0.5): Spot[] {
    return [0.2, 0.3, 0.4, 0.5, 0.6].map((part) => ({ x: x + part * width, y: y + share * height }));
}

async function draw(page: Page, spots: readonly Spot[]): Promise<void> {
    const pen = penHand(await page.context().newCDPSession(page));
    const [first, last] = [spots[0], spots[spots.length - 1]];
    if (!first || !last) throw new Error('a line needs points');
    await pen.down(first);
    await pen.along(spots);
    await pen.up(last);
    await drawn(page);
}

async function openSheet(page: Page, officeKey?: string): Promise<void> {
    await createInspection(page, officeKey ? { officeKey } : {});
    await startMeeting(page);
    await write(page, 'Where everyone sat.');
    await tap(button(page, 'Add a drawing'));
    await expect(sheet(page, 0)).toBeVisible();
}

/** How many points the first piece of each stroke of a bundle has, in the order in which they were drawn. */
async function pointsIn(database: string): Promise<number[]> {
    const found = (await rows(
        database,
        "select hex(canonical) as bytes from revision where instr(canonical, x'66706f696e7473') order by seq",
    )) as { bytes: string }[];
    return found.map(({ bytes }) => {
        const revision = Buffer.from(bytes, 'hex');
        const field = revision.indexOf('points') + 'points'.length;
        const head = revision[field] === 0x58 ? 2 : revision[field] === 0x59 ? 3 : 1; // of a byte string in CBOR
        const [low, high] = [revision[field + head + 1] ?? 0, revision[field + head + 2] ?? 0]; // after the version
        return low < 0x80 ? low : (low & 0x7f) | (high << 7);
    });
}

test('what a pen draws is seen, kept over a reload, and handed over as a picture with its words', async ({
    started: page,
    office,
}) => {
    await openSheet(page, office.recipient);
    const paper = await paperOf(page);
    const spots = line(paper);
    await draw(page, spots);
    await expect(sheet(page, 1)).toBeVisible();
    await saved(page);
    const middle = spots[2];
    if (!middle) throw new Error('the line has no middle');
    const around = { x: middle.x - 10, y: middle.y - 8, width: 20, height: 16 };
    expect(inkIn(await pixelsOf(page, around)).count).toBeGreaterThan(20);
    await type(page.getByRole('textbox', { name: 'What it shows, in words' }), 'The seating plan');
    await saved(page);

    await comeBack(page);
    await goOnWriting(page);
    await tap(button(page, 'Drawing, 1 stroke: The seating plan'));
    await expect(sheet(page, 1)).toBeVisible();
    expect(inkIn(await pixelsOf(page, around)).count).toBeGreaterThan(20);

    await go(page, 'Hand over');
    const database = await opened(await takeBundle(page, office.folder), office);
    expect(await rows(database, 'select gist, strokes, erased, left_out, in_confidence from drawings')).toEqual([
        { gist: 'The seating plan', strokes: 1, erased: 0, left_out: 0, in_confidence: 0 },
    ]);
    const [{ svg } = { svg: '' }] = (await rows(database, 'select svg from drawings')) as { svg: string }[];
    const picture = await page.evaluate(async (text) => {
        const image = new Image();
        image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
        await image.decode();
        return image.naturalWidth;
    }, svg);
    expect(picture).toBe(1000);
});

test('every point that the browser has put together into one event is kept', async ({ started: page, office }) => {
    await openSheet(page, office.recipient);
    const spots = line(await paperOf(page));
    await page.evaluate((places) => {
        const canvas = document.getElementById('canvas');
        const [first] = places;
        if (!canvas || !first) throw new Error('there is nothing to draw on');
        canvas.setPointerCapture = () => {}; // the browser knows of no such pointer
        const event = (kind: string, { x, y }: { x: number; y: number }, more: PointerEventInit = {}): PointerEvent =>
            new PointerEvent(kind, {
                pointerId: 77,
                pointerType: 'pen',
                isPrimary: true,
                bubbles: true,
                cancelable: true,
                clientX: x,
                clientY: y,
                pressure: 0.5,
                buttons: 1,
                ...more,
            });
        canvas.dispatchEvent(event('pointerdown', first));
        for (const { x, y } of places) {
            const coalescedEvents = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => event('pointermove', { x: x + n, y: y + n }));
            canvas.dispatchEvent(event('pointermove', { x: x + 7, y: y + 7 }, { coalescedEvents }));
        }
        canvas.dispatchEvent(event('pointerup', first, { buttons: 0, pressure: 0 }));
    }, spots);
    await expect(sheet(page, 1)).toBeVisible();
    await saved(page);
    await go(page, 'Hand over');
    const database = await opened(await takeBundle(page, office.folder), office);
    expect(await pointsIn(database)).toEqual([1 + 8 * spots.length + 1]);
});

test('a finger draws until a pen was seen, then it scrolls; a palm beside the pen does nothing', async ({ daybook }) => {
    const page = await daybook.open({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });
    await firstStart(page);
    await openSheet(page);
    const paper = await paperOf(page);
    const session = await page.context().newCDPSession(page);
    const touch = async (kind: 'touchStart' | 'touchMove' | 'touchEnd', spot?: Spot): Promise<void> => {
        await session.send('Input.dispatchTouchEvent', { type: kind, touchPoints: spot ? [spot] : [] });
    };
    const swipe = async (spots: readonly Spot[]): Promise<void> => {
        for (const [at, spot] of spots.entries()) await touch(at === 0 ? 'touchStart' : 'touchMove', spot);
        await touch('touchEnd');
        await drawn(page);
    };
    await swipe(line(paper, 0.2));
    await expect(sheet(page, 1)).toBeVisible();
    await draw(page, line(paper, 0.8));
    await expect(sheet(page, 2)).toBeVisible();
    await swipe(line(paper, 0.4));
    await expect(sheet(page, 2)).toBeVisible();

    const pen = penHand(session);
    const [first, second] = line(paper, 0.6);
    if (!first || !second) throw new Error('the line has no points');
    await pen.down(first);
    await touch('touchStart', { x: paper.x + paper.width * 0.8, y: paper.y + paper.height * 0.9 });
    await pen.along([second]);
    await touch('touchEnd');
    await pen.up(second);
    await expect(sheet(page, 3)).toBeVisible();
});

test('two fingers that come down one after the other draw nothing', async ({ daybook }) => {
    const page = await daybook.open({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });
    await firstStart(page);
    await openSheet(page);
    const { x, y, width, height } = await paperOf(page);
    const session = await page.context().newCDPSession(page);
    const fingers = (part: number) => [
        { x: x + 0.4 * width, y: y + part * height, id: 1 },
        { x: x + 0.6 * width, y: y + part * height, id: 2 },
    ];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0.6).slice(0, 1) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0.6) });
    for (const part of [0.55, 0.5, 0.45]) {
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(part) });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await drawn(page);
    await expect(sheet(page, 0)).toBeVisible();
});
