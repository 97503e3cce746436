// A bundle, opened as the office does it: with age and sqlite3.
// Never opened with code of ours.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** `key` is the file of the secret key. Gives the path of the database, which is made in `folder`. */
export async function openBundle(file: string, key: string, folder: string): Promise<string> {
    const database = join(folder, 'evidence.sqlite');
    await rm(database, { force: true });
    await run('age', ['-d', '-i', key, '-o', database, file]);
    return database;
}

export async function rows(database: string, sql: string): Promise<unknown> {
    const { stdout } = await run('sqlite3', ['-json', database, sql], { maxBuffer: 64_000_000 });
    return JSON.parse(stdout || '[]');
}
