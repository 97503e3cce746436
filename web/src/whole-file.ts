// Whether a picture's file goes on to its end: one that was cut would be shown with a grey part, as if it were whole.
// Never decides whether it is a picture: the browser's decoder does.

/** JPEG (ITU-T T.81, B.1.1): segments have a length, scans go on to the next marker. */
function jpegHasEnd(bytes: Uint8Array, view: DataView): boolean {
    let at = 2;
    for (;;) {
        at = bytes.indexOf(0xff, at);
        if (at < 0 || at + 4 > bytes.length) return at >= 0 && bytes[at + 1] === 0xd9;
        const marker = bytes[at + 1] ?? 0;
        if (marker === 0xd9) return true;
        const isWithinScan = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);
        if (marker === 0xff) at += 1;
        else at += isWithinScan ? 2 : 2 + view.getUint16(at + 2);
    }
}

/** PNG (W3C, 5.3): chunks of a length, a name and a checksum, the last of them IEND. */
function pngHasEnd(view: DataView): boolean {
    const end = 0x49454e44; // IEND
    for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
        if (view.getUint32(at + 4) === end) return true;
    }
    return false;
}

/** Of a JPEG, PNG or WebP file; of any other it is not known to be cut. */
export function isWhole(bytes: Uint8Array): boolean {
    if (bytes.length < 12) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint16(0) === 0xffd8) return jpegHasEnd(bytes, view);
    if (view.getUint32(0) === 0x89504e47) return pngHasEnd(view);
    if (view.getUint32(0) === 0x52494646) return 8 + view.getUint32(4, true) <= bytes.length; // RIFF
    return true;
}
