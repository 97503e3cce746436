// A notebook of the first format, as a browser held it: the file of schema 1 in SQLite's pool, and its second copy.
// Never made here: it is the sample in tests/data/notebook/v1, which must open for ever.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { databaseFlags, header } from '../../web/pool_header';
import { bytesOfPool, deleteJournal, deleteStored, type PoolFile, poolFiles } from '../../web/stored';
import { dataAt } from '../../../web/src/pool-header';
import type { Disk } from './crash';
import { putIntoSecondCopy } from './sample';

const sample = (name: string): Buffer => readFileSync(resolve('..', 'tests', 'data', 'notebook', 'v1', name));
const database = sample('daybook.db');
const pathInPool = '/daybook.db';

/** As tests/engine/opening_sample_test.cpp knows it. */
export const firstPasscode = 'copper lantern meadow';
export const firstWords = ['Zoë said: “the reading is loud”.', 'Two heads of department are new since June.'] as const;

/** The records of a native journal (platform/native/journal.h): a browser holds the same batches. */
function batchesOf(journal: Buffer): Buffer[] {
    const batches: Buffer[] = [];
    for (let at = 20; at < journal.length; ) {
        const size = journal.readUInt32LE(at);
        at += 4 + 32; // its hash is the journal's own business
        batches.push(journal.subarray(at, at + size));
        at += size;
    }
    return batches;
}

/** The file as it lies in the pool. */
function poolFile(): Buffer {
    const file = Buffer.alloc(dataAt + database.length);
    file.set(header(pathInPool, databaseFlags));
    database.copy(file, dataAt);
    return file;
}

export const firstDisk: Disk = {
    files: new Map([['daybook/.opaque/of-the-first-format', poolFile()]]),
    batches: batchesOf(sample('daybook.journal')),
};

async function putIntoPool({ path, content }: { path: string; content: number[] }): Promise<void> {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = await navigator.storage.getDirectory();
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(new Uint8Array(content));
    await writer.close();
}

/** Runs in a page of the site in which no worker is. Whatever was stored there is gone. */
export async function putFirstFormat(page: Page): Promise<void> {
    for (const name of ['daybook', 'daybook-aside']) {
        await page.evaluate(async (folder) => {
            await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
        }, name);
        await deleteStored(page, name);
    }
    await deleteJournal(page);
    for (const [path, content] of firstDisk.files) await page.evaluate(putIntoPool, { path, content: [...content] });
    await page.evaluate(
        putIntoSecondCopy,
        firstDisk.batches.map((batch) => [...batch]),
    );
}

export interface FoundFiles {
    /** The first format's file is there, byte for byte. */
    readonly oldIsWhole: boolean;
    /** The new format's file is there, finished or not. */
    readonly newIsThere: boolean;
}

/** Runs in a page without Daybook. */
export async function filesFound(page: Page): Promise<FoundFiles> {
    const files: PoolFile[] = await poolFiles(page);
    const old = files.find(({ path }) => path === pathInPool);
    const bytes = old && Buffer.from(await bytesOfPool(page, old.name));
    return {
        oldIsWhole: bytes?.subarray(dataAt).equals(database) ?? false,
        newIsThere: files.some(({ path }) => path === '/daybook-2.db'),
    };
}
