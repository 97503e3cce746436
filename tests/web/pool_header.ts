// The header of a pool's file, as sqlite-wasm's pool writes it (index.mjs, setAssociatedPath).
// Never used by the product, which only reads headers.
import { headerSize } from '../../web/src/pool-header';

/** Flags of SQLite's for the file of a database: it is read, written, and made if it is not there. */
export const databaseFlags = 0x106;

export function header(path: string, flags: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(headerSize);
    const view = new DataView(bytes.buffer);
    new TextEncoder().encodeInto(path, bytes);
    view.setUint32(512, path ? flags | 0x80 : flags);
    if (!path) return bytes;
    let [h1, h2] = [3735928559, 1103547991];
    for (const byte of bytes.subarray(0, 516)) {
        h1 = Math.imul(h1 ^ byte, 2654435761);
        h2 = Math.imul(h2 ^ byte, 104729);
    }
    view.setUint32(516, h1 >>> 0, true);
    view.setUint32(520, h2 >>> 0, true);
    return bytes;
}
