// How large a picture says that it is, from the beginning of its file, before anything is made for its pixels.
// Never trusted: it only keeps a few bytes from asking for gigabytes.

export interface ImageSize {
    readonly width: number;
    readonly height: number;
}

function ascii(bytes: Uint8Array, at: number, size: number): string {
    return String.fromCharCode(...bytes.subarray(at, at + size));
}

/** A JPEG's frame header (ITU-T T.81, B.2.2) stands behind segments of any length. */
function jpegSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
    let at = 2;
    while (at + 9 < bytes.length) {
        if (bytes[at] !== 0xff) return undefined;
        const marker = bytes[at + 1] ?? 0;
        if (marker === 0xff) {
            at += 1; // a byte that fills
            continue;
        }
        const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
        if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
        at += 2 + view.getUint16(at + 2);
    }
    return undefined;
}

function webpSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
    const u24 = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
    switch (ascii(bytes, 12, 4)) {
        case 'VP8X':
            return { width: u24(24) + 1, height: u24(27) + 1 };
        case 'VP8L': {
            const packed = view.getUint32(21, true);
            return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
        }
        case 'VP8 ':
            return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
        default:
            return undefined;
    }
}

/** HEIF and AVIF (ISO/IEC 23008-12, 6.5.3): an `ispe` box for the picture, and for each of the tiles that it is made of. */
function heifSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
    const ispe = 0x69737065;
    let largest: ImageSize | undefined;
    for (let at = 8; at + 16 <= bytes.length; ++at) {
        if (view.getUint32(at) !== ispe) continue;
        const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
        if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    }
    return largest;
}

/** Of a JPEG, PNG, GIF, BMP, WebP, HEIF or AVIF file; nothing for any other, or where its beginning does not say. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
    if (bytes.length < 30) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint16(0) === 0xffd8) return jpegSize(bytes, view);
    if (ascii(bytes, 1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (ascii(bytes, 0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (ascii(bytes, 0, 2) === 'BM') {
        return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    }
    if (ascii(bytes, 4, 4) === 'ftyp') return heifSize(bytes, view);
    if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return webpSize(bytes, view);
    return undefined;
}
