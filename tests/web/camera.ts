// Photographs as cameras write them, made here: four coloured quarters, and what a camera writes beside them.
// Never a file of anybody's.
import type { BrowserContext, Page } from '@playwright/test';

export interface File {
    readonly name: string;
    readonly mimeType: string;
    readonly buffer: Buffer;
}

/** Words that the camera writes, and that must not be found again anywhere. */
export const traces = ['QuondamCam', 'Quondamplace', 'Exif', 'ns.adobe.com'] as const;

/** From left to right, the upper row first. */
export const quarters = ['red', 'lime', 'blue', 'white'] as const;
export type Quarter = (typeof quarters)[number];

/** In a page of its own: the app's is left alone. */
export async function draw(context: BrowserContext, width: number, height: number, type = 'image/jpeg'): Promise<Buffer> {
    const page = await context.newPage();
    const base64 = await page.evaluate(
        async (wanted) => {
            const canvas = new OffscreenCanvas(wanted.width, wanted.height);
            const pen = canvas.getContext('2d');
            if (!pen) throw new Error('no canvas');
            wanted.quarters.forEach((colour, at) => {
                pen.fillStyle = colour;
                pen.fillRect(((at % 2) * wanted.width) / 2, (Math.floor(at / 2) * wanted.height) / 2, wanted.width, wanted.height);
            });
            // Speckles, so that no two bytes of the file are alike by chance; none lies where colours are looked at.
            let chance = wanted.width;
            const next = (below: number): number => (chance = (chance * 48_271) % 2_147_483_647) % below;
            pen.fillStyle = 'black';
            for (let count = 0; count < 3000; ++count) pen.fillRect(next(wanted.width), next(wanted.height / 8), 2, 2);
            const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: wanted.type, quality: 0.9 })).arrayBuffer());
            let text = '';
            for (const byte of bytes) text += String.fromCharCode(byte);
            return btoa(text);
        },
        { width, height, type, quarters },
    );
    await page.close();
    return Buffer.from(base64, 'base64');
}

/** Which quarter shows which colour in a picture, and how large that is. */
export async function look(context: BrowserContext, picture: Buffer): Promise<{ width: number; height: number; seen: string[] }> {
    const page = await context.newPage();
    const found = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), { imageOrientation: 'none' });
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no canvas');
        pen.drawImage(bitmap, 0, 0);
        const colour = (x: number, y: number): string => {
            const [red = 0, green = 0, blue = 0] = pen.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data;
            const high = (value: number): boolean => value > 128;
            if (high(red) && high(green) && high(blue)) return 'white';
            return high(red) ? 'red' : high(green) ? 'lime' : high(blue) ? 'blue' : 'black';
        };
        return {
            width: bitmap.width,
            height: bitmap.height,
            seen: [colour(0.25, 0.25), colour(0.75, 0.25), colour(0.25, 0.75), colour(0.75, 0.75)],
        };
    }, picture.toString('base64'));
    await page.close();
    return found;
}

function u16(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    return bytes;
}

function u32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}

/** An entry of an image file directory (TIFF 6.0, section 2). */
function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
    return Buffer.concat([u16(tag), u16(type), u32(count), value, Buffer.alloc(4 - value.length)]);
}

/** TIFF as Exif 2.3 has it: who made the camera, which way up it was held, and where. */
function exif(orientation: number): Buffer {
    const [ascii, short, long, rational] = [2, 3, 4, 5];
    const maker = Buffer.from('QuondamCam\0');
    const first = 8;
    const makerAt = first + 2 + 3 * 12 + 4;
    const gpsAt = makerAt + maker.length + 1;
    const latitudeAt = gpsAt + 2 + 2 * 12 + 4;
    const degrees = [53, 1, 28, 1, 5150, 100].map(u32);
    return Buffer.concat([
        Buffer.from('Exif\0\0II*\0'),
        u32(first),
        u16(3),
        entry(0x010f, ascii, maker.length, u32(makerAt)),
        entry(0x0112, short, 1, u16(orientation)),
        entry(0x8825, long, 1, u32(gpsAt)),
        u32(0),
        maker,
        Buffer.alloc(1),
        u16(2),
        entry(1, ascii, 2, Buffer.from('N\0')),
        entry(2, rational, 3, u32(latitudeAt)),
        u32(0),
        ...degrees,
    ]);
}

function segment(marker: number, content: Buffer): Buffer {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
}

/** The JPEG as a camera would have written it that was turned so. */
export function asFromCamera(jpeg: Buffer, orientation: number): Buffer {
    const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Quondamplace 53.48 -2.24</x:xmpmeta>');
    return Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, exif(orientation)), segment(0xe1, xmp), jpeg.subarray(2)]);
}

/** The same JPEG, saying in its header that it is so large. */
export function claiming(jpeg: Buffer, width: number, height: number): Buffer {
    const claimed = Buffer.from(jpeg);
    for (let at = 2; at + 9 < claimed.length; at += 2 + claimed.readUInt16BE(at + 2)) {
        if (![0xc0, 0xc2].includes(claimed[at + 1] ?? 0)) continue;
        claimed.writeUInt16BE(height, at + 5);
        claimed.writeUInt16BE(width, at + 7);
        return claimed;
    }
    throw new Error('the JPEG has no frame');
}

/** What stands in a JPEG beside the picture: the names of its application segments, and comments. */
export function besides(jpeg: Buffer): string[] {
    const names: string[] = [];
    for (let at = 2; at + 4 < jpeg.length && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
        const marker = jpeg[at + 1] ?? 0;
        const content = jpeg.subarray(at + 4, at + 2 + jpeg.readUInt16BE(at + 2));
        if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) {
            names.push(content.subarray(0, Math.max(0, content.indexOf(0))).toString('latin1'));
        }
    }
    return names;
}

/** The colours that the page shows of each picture that a CSS selector finds. */
async function shownPictures(page: Page, selector: string): Promise<string[][]> {
    return page.evaluate((wanted) => {
        const root = document.getElementById('mirror')?.shadowRoot;
        return Array.from(root?.querySelectorAll<HTMLCanvasElement>(wanted) ?? [], (canvas) => {
            const pen = canvas.getContext('2d');
            if (!pen || canvas.width === 0) return [];
            return [0.25, 0.75].flatMap((y) =>
                [0.25, 0.75].map((x) => {
                    const [red = 0, green = 0, blue = 0] = pen.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
                    const high = (value: number): boolean => value > 128;
                    if (high(red) && high(green) && high(blue)) return 'white';
                    return high(red) ? 'red' : high(green) ? 'lime' : high(blue) ? 'blue' : 'black';
                }),
            );
        });
    }, selector);
}

/** Of the photographs that are shown small. */
export const smallPictures = (page: Page): Promise<string[][]> => shownPictures(page, 'canvas.small');

/** Of the photograph that is opened; nothing while none is. */
export async function openPicture(page: Page): Promise<string[] | undefined> {
    return (await shownPictures(page, 'canvas.picture:not(.small)'))[0];
}

/** As the browser does when a file is pasted, or dropped. True if the page took it. */
async function bring(page: Page, way: 'paste' | 'drop', file: File, text: string): Promise<boolean> {
    return page.evaluate(
        (wanted) => {
            const transfer = new DataTransfer();
            const bytes = Uint8Array.from(atob(wanted.base64), (character) => character.charCodeAt(0));
            transfer.items.add(new File([bytes], wanted.name, { type: wanted.type }));
            if (wanted.text) transfer.setData('text/plain', wanted.text);
            const common = { bubbles: true, cancelable: true };
            const event =
                wanted.way === 'paste'
                    ? new ClipboardEvent('paste', { ...common, clipboardData: transfer })
                    : new DragEvent('drop', { ...common, dataTransfer: transfer });
            return !document.getElementById('canvas')?.dispatchEvent(event);
        },
        { way, text, name: file.name, type: file.mimeType, base64: file.buffer.toString('base64') },
    );
}

export const drop = (page: Page, file: File): Promise<boolean> => bring(page, 'drop', file, '');
/** With `text`, as an office program copies words and their picture. */
export const paste = (page: Page, file: File, text = ''): Promise<boolean> => bring(page, 'paste', file, text);
