// What a process has in its memory: every page that it can have written to, searched for words.
// Never trusted alone: whoever uses it shows that it finds a word that is there.
import { type FileHandle, open, readFile } from 'node:fs/promises';

interface Area {
    readonly from: number;
    readonly size: number;
}

const page = 4096;

/** The areas that are writable and not all empty. */
async function writtenAreas(process: number): Promise<Area[]> {
    const areas: Area[] = [];
    let area: Area | undefined;
    for (const line of (await readFile(`/proc/${process}/smaps`, 'utf8')).split('\n')) {
        const [, from, to, permissions] = /^([0-9a-f]+)-([0-9a-f]+) (...)/.exec(line) ?? [];
        if (from && to) {
            const start = parseInt(from, 16);
            area = permissions?.startsWith('rw') ? { from: start, size: parseInt(to, 16) - start } : undefined;
        } else if (area && /^Rss: +[1-9]/.test(line)) {
            areas.push(area);
        }
    }
    return areas;
}

/** The parts of it that are in memory or swapped out: the rest of a large reservation was never touched. */
async function touchedParts(pages: FileHandle, { from, size }: Area): Promise<Area[]> {
    const parts: { from: number; size: number }[] = [];
    const entries = Buffer.alloc((size / page) * 8);
    await pages.read(entries, 0, entries.length, (from / page) * 8);
    for (let index = 0; index < size / page; ++index) {
        if ((entries.readUInt32LE(index * 8 + 4) & 0xc000_0000) === 0) continue; // the two highest bits of 64
        const last = parts.at(-1);
        const at = from + index * page;
        if (last && last.from + last.size === at) last.size += page;
        else parts.push({ from: at, size: page });
    }
    return parts;
}

export interface MemorySearched {
    readonly bytes: number;
    /** The words that stand there, as UTF-8 or as UTF-16. */
    readonly found: readonly string[];
}

/** Fails if the process has ended. */
export async function searchMemory(process: number, words: readonly string[]): Promise<MemorySearched> {
    const found = new Set<string>();
    let bytes = 0;
    const [memory, pages] = await Promise.all([open(`/proc/${process}/mem`), open(`/proc/${process}/pagemap`)]);
    try {
        for (const area of await writtenAreas(process)) {
            for (const { from, size } of await touchedParts(pages, area)) {
                const content = Buffer.alloc(size);
                const read = await memory.read(content, 0, size, from).catch(() => undefined); // a device's memory
                bytes += read?.bytesRead ?? 0;
                for (const word of words) if (content.includes(word, 0, 'utf8') || content.includes(word, 0, 'utf16le')) found.add(word);
            }
        }
    } finally {
        await Promise.all([memory.close(), pages.close()]);
    }
    return { bytes, found: words.filter((word) => found.has(word)) };
}
