// What can be on the disk after a power cut: made from what happened to storage up to that moment.
// Never undoes what was flushed, but for a truncation that the file system had not written down yet.
import type { Chance } from './random';
import type { Happening } from './recording';

/** What becomes of what was not flushed. After SQLite's crash tests (test6.c), and notes on OPFS's truncations. */
export const fates = ['none of it', 'some of it', 'torn', 'its beginning', 'all of it', 'truncated late'] as const;
export type Fate = (typeof fates)[number];

/** Which copies the power cut leaves. A browser never flushes the names of its files: all of them can be gone. */
export const survivors = ['both copies', 'the database alone', 'the second copy alone'] as const;
export type Survivors = (typeof survivors)[number];

export interface Disk {
    readonly files: ReadonlyMap<string, Buffer>;
    readonly batches: readonly Buffer[];
}

const sector = 512;

function write(content: Buffer, at: number, bytes: Buffer): Buffer {
    const grown = at + bytes.length > content.length ? Buffer.concat([content, Buffer.alloc(at + bytes.length - content.length)]) : content;
    bytes.copy(grown, at);
    return grown;
}

function truncate(content: Buffer, size: number): Buffer {
    return size <= content.length ? Buffer.from(content.subarray(0, size)) : write(content, size, Buffer.alloc(0));
}

/** Some sectors of the last write, in place of all. */
function torn(last: Happening, chance: Chance): Happening[] {
    if (last.what !== 'write') return [];
    const pieces: Happening[] = [];
    for (let from = 0; from < last.bytes.length; from += sector) {
        if (chance.once(2)) pieces.push({ ...last, at: last.at + from, bytes: last.bytes.subarray(from, from + sector) });
    }
    return pieces;
}

function survivingOf(unflushed: readonly Happening[], fate: Fate, chance: Chance): readonly Happening[] {
    switch (fate) {
        case 'none of it':
            return [];
        case 'some of it':
        case 'truncated late':
            return unflushed.filter(() => chance.once(2));
        case 'its beginning':
            return unflushed.slice(0, chance.between(0, unflushed.length));
        case 'all of it':
            return unflushed;
        case 'torn': {
            const kept = unflushed.slice(0, chance.between(0, unflushed.length));
            const last = kept.pop();
            return last ? [...kept, ...torn(last, chance)] : [];
        }
    }
}

interface File {
    /** What it held when the recording began. */
    readonly before: Buffer;
    readonly done: Happening[];
}

/** One file, from all that was done to it. */
function fileAfter({ before, done }: File, fate: Fate, chance: Chance): Buffer {
    const flushed = done.findLastIndex((one) => one.what === 'flush') + 1;
    const lastTruncation = done.findLastIndex((one) => one.what === 'truncate');
    const late = fate === 'truncated late' ? done[lastTruncation] : undefined;
    const applied = [...done.slice(0, flushed), ...survivingOf(done.slice(flushed), fate, chance)].filter((one) => one !== late);
    let content: Buffer = Buffer.from(before); // a copy: the next state begins with the same
    for (const { what, at, bytes } of applied) {
        if (what === 'write') content = write(content, at, bytes);
        if (what === 'truncate') content = truncate(content, at);
    }
    return content;
}

function filesAfter(happened: readonly Happening[], before: Disk['files'], fate: Fate, chance: Chance): Map<string, Buffer> {
    const files = new Map<string, File>(Array.from(before, ([path, content]) => [path, { before: content, done: [] }]));
    for (const one of happened) {
        if (one.what === 'remove') files.delete(one.path);
        if (one.what === 'open' && !files.has(one.path)) files.set(one.path, { before: Buffer.alloc(0), done: [] });
        if (one.what === 'write' || one.what === 'truncate' || one.what === 'flush') files.get(one.path)?.done.push(one);
    }
    return new Map(Array.from(files, ([path, file]) => [path, fileAfter(file, fate, chance)]));
}

/** A transaction that was answered is there. The first one that was committed and not answered may be there, whole. */
function batchesAfter(happened: readonly Happening[], before: readonly Buffer[], chance: Chance): Buffer[] {
    const answered = new Set(happened.filter((one) => one.what === 'added').map((one) => one.path));
    const unanswered = happened.find((one) => one.what === 'committing' && !answered.has(one.path))?.path;
    if (unanswered !== undefined && chance.once(2)) answered.add(unanswered);
    const batches = [...before];
    for (const one of happened) {
        if (!answered.has(one.path)) continue;
        if (one.what === 'clearing') batches.length = 0;
        if (one.what === 'adding') batches.push(one.bytes);
    }
    return batches;
}

/** `before`: what there was when the recording began. */
export function diskAfter(
    happened: readonly Happening[],
    before: Disk,
    fate: Fate,
    left: Survivors,
    chance: Chance,
): Disk {
    return {
        files: left === 'the second copy alone' ? new Map<string, Buffer>() : filesAfter(happened, before.files, fate, chance),
        batches: left === 'the database alone' ? [] : batchesAfter(happened, before.batches, chance),
    };
}

/** As staging.ts reads it: the number of files; each name and content; the batches. All sizes are 32 bits. */
export function packed(disk: Disk): Buffer {
    const parts: Buffer[] = [];
    const number = (value: number): void => {
        const size = Buffer.alloc(4);
        size.writeUInt32LE(value);
        parts.push(size);
    };
    const sized = (bytes: Buffer): void => {
        number(bytes.length);
        parts.push(bytes);
    };
    number(disk.files.size);
    for (const [path, content] of disk.files) {
        sized(Buffer.from(path, 'utf8'));
        sized(content);
    }
    number(disk.batches.length);
    disk.batches.forEach(sized);
    return Buffer.concat(parts);
}
