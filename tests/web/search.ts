// A search of every byte of a folder, for words or bytes that should not be there.
// Never trusted alone: whoever uses it shows that it finds a word that is there.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Searched {
    readonly bytes: number;
    /** For each in turn: the files in which it stands, a word as UTF-8 or as UTF-16. */
    readonly found: readonly (readonly string[])[];
}

export async function search(folder: string, words: readonly (string | Buffer)[]): Promise<Searched> {
    const needles = words.map((word) =>
        typeof word === 'string' ? [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')] : [word],
    );
    const found: string[][] = words.map(() => []);
    let bytes = 0;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const content = await readFile(path).catch(() => Buffer.alloc(0)); // gone since it was listed
        bytes += content.length;
        needles.forEach((forms, index) => {
            if (forms.some((form) => content.includes(form))) found[index]?.push(path.slice(folder.length));
        });
    }
    return { bytes, found };
}
