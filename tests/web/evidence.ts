// What the office has of a bundle with its own two tools: age and sqlite3.
// Never opens a bundle with code of ours.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openBundle, run } from './bundle';
import { button, test as base } from './daybook';
import { tap } from './hands';

export interface Office {
    readonly folder: string;
    readonly key: string; // the file of the secret key
    readonly recipient: string;
}

export const test = base.extend<{ office: Office }>({
    office: async ({}, use) => {
        const folder = await mkdtemp(join(tmpdir(), 'daybook-office-'));
        const key = join(folder, 'key.txt');
        await run('age-keygen', ['-o', key]);
        const { stdout } = await run('age-keygen', ['-y', key]);
        await use({ folder, key, recipient: stdout.trim() });
        await rm(folder, { recursive: true });
    },
});

export const prepare = (page: Page) => page.getByRole('button', { name: /Prepare (the|a new) bundle/ });

/** Prepares a bundle and takes the file that the browser is given. */
export async function takeBundle(page: Page, folder: string): Promise<string> {
    await tap(prepare(page));
    await expect(page.getByRole('heading', { name: /Bundle \d+ is ready/ })).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save file'))]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
}

/** Opens the bundle as the office does. */
export const opened = (file: string, office: Office): Promise<string> => openBundle(file, office.key, office.folder);
