// What is seen at a place of the window, pixel by pixel.
// Never compared as a whole with a stored picture: those are native tests' (tests/app/gallery_test.cpp).
import type { Page } from '@playwright/test';
import { drawn } from './hands';

export interface Area {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

export interface Pixels {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and alpha of each, rows from the top. */
    readonly data: readonly number[];
}

/** The browser itself decodes its picture. */
export async function pixelsOf(page: Page, clip: Area): Promise<Pixels> {
    await drawn(page);
    const png = await page.screenshot({ clip, caret: 'hide' });
    return page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        if (!pen) throw new Error('no 2d context');
        pen.drawImage(picture, 0, 0);
        const { width, height, data } = pen.getImageData(0, 0, picture.width, picture.height);
        return { width, height, data: Array.from(data) };
    }, png.toString('base64'));
}

/** The colour at a place, as '#rrggbb'. */
export async function pixel(page: Page, x: number, y: number): Promise<string> {
    const { data } = await pixelsOf(page, { x, y, width: 1, height: 1 });
    return `#${data.slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

export interface Ink {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    /** How many pixels differ from the ground, which is the colour of the first. */
    readonly count: number;
}

export function inkIn({ width, height, data }: Pixels): Ink {
    const ground = data.slice(0, 3);
    let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
    for (let at = 0; at < width * height; ++at) {
        const most = Math.max(...[0, 1, 2].map((part) => Math.abs((data[at * 4 + part] ?? 0) - (ground[part] ?? 0))));
        if (most < 60) continue;
        const [x, y] = [at % width, Math.floor(at / width)];
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        ++count;
    }
    return { left, top, width: Math.max(right - left, 0), height: Math.max(bottom - top, 0), count };
}
