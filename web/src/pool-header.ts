// The header of a pool's file: which of SQLite's files lies in it, and whether that can be believed.
// Never writes. The layout is that of sqlite-wasm's opfs-sahpool (index.mjs, getAssociatedPath and setAssociatedPath).

const pathSize = 512;
const flagsAt = pathSize; // 4 bytes, big-endian: those of sqlite3_open_v2
const corpusSize = flagsAt + 4; // what the digest is of
const digestSize = 8; // two numbers of 4 bytes, little-endian
export const headerSize = corpusSize + digestSize;
/** Where the content of SQLite's file begins. */
export const dataAt = 4096;

// https://www.sqlite.org/c3ref/c_open_autoproxy.html
const SQLITE_OPEN_DELETEONCLOSE = 0x8;
const SQLITE_OPEN_MEMORY = 0x80; // in a header: the digest is computed, where it was 0 in older versions
const persistentFiles = 0x100 | 0x800 | 0x4000 | 0x80000; // database, journal, super-journal, write-ahead log

export type PoolHeader =
    | { readonly kind: 'free' }
    | { readonly kind: 'named'; readonly path: string }
    /** The pool would empty this file. */
    | { readonly kind: 'damaged' };

function digestOf(corpus: Uint8Array): readonly [number, number] {
    let first = 0xdeadbeef;
    let second = 0x41c6ce57;
    for (const byte of corpus) {
        first = Math.imul(first ^ byte, 2654435761);
        second = Math.imul(second ^ byte, 104729);
    }
    return [first >>> 0, second >>> 0];
}

function isPersistent(flags: number): boolean {
    return (flags & SQLITE_OPEN_DELETEONCLOSE) === 0 && (flags & persistentFiles) !== 0;
}

/** `header` is the file's beginning; shorter than headerSize if the file is. */
export function readHeader(header: Uint8Array): PoolHeader {
    // A file that was not finished when it was made has nothing in it.
    if (header.every((byte) => byte === 0)) return { kind: 'free' };
    if (header.length < headerSize) return { kind: 'damaged' };
    const view = new DataView(header.buffer, header.byteOffset, header.length);
    const flags = view.getUint32(flagsAt);
    const corpus = header.subarray(0, corpusSize);
    const [first, second] = (flags & SQLITE_OPEN_MEMORY) !== 0 ? digestOf(corpus) : [0, 0];
    const fits = view.getUint32(corpusSize, true) === first && view.getUint32(corpusSize + 4, true) === second;
    if (!fits) return { kind: 'damaged' };
    const end = corpus.indexOf(0);
    if (end === 0) return { kind: 'free' };
    if (!isPersistent(flags)) return { kind: 'damaged' };
    return { kind: 'named', path: new TextDecoder().decode(corpus.subarray(0, Math.min(end, pathSize))) };
}
