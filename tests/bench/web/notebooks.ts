// The notebooks that are measured: each in a browser of its own, a caret in an entry, the processor as slow as a tablet's.
// Never two at once: while one is measured the other draws nothing.
import { rm } from 'node:fs/promises';
import { type BrowserContextOptions, type CDPSession, chromium, expect, type LaunchOptions, type Page } from '@playwright/test';
import { countDrawing } from '../../web/counting';
import { firstStart, go, newProfile, openSample, words } from '../../web/daybook';
import { putCaret, tap } from '../../web/hands';
import { lengthenSample } from '../../web/many_entries';

export const slowdown = 4; // times; of the page's own thread, as CDP does it: not of the worker, nor of the compositor

/** Where one types: beside the Notebook's list, or with the other entries of the meeting below the marks. */
export const desks = ['beside the Notebook’s list', 'in a meeting, its entries listed'] as const;
export type Desk = (typeof desks)[number];

export interface OpenNotebook {
    readonly entries: number;
    readonly page: Page;
    readonly browser: CDPSession;
    close(): Promise<void>;
}

export async function openNotebook(options: LaunchOptions & BrowserContextOptions, entries: number): Promise<OpenNotebook> {
    const profile = await newProfile();
    const context = await chromium.launchPersistentContext(profile, options);
    const page = context.pages()[0] ?? (await context.newPage());
    await countDrawing(page);
    await lengthenSample(page, entries);
    await firstStart(page);
    await openSample(page);
    const browser = await context.newCDPSession(page);
    return {
        entries,
        page,
        browser,
        async close() {
            await context.close();
            await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

/** Only while it is used: Chromium slows a thread by keeping its processor busy, which the other notebook would feel. */
export async function slowly<Result>({ browser }: OpenNotebook, use: () => Promise<Result>): Promise<Result> {
    await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    try {
        return await use();
    } finally {
        await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
}

/** Opens an entry at its end, from Today. */
export async function sitDown({ page }: OpenNotebook, desk: Desk): Promise<void> {
    await go(page, 'Today');
    if (desk === desks[0]) {
        await go(page, 'Notebook');
        await tap(page.getByRole('list').first().getByRole('button').first());
    } else {
        await tap(page.getByRole('list', { name: 'Latest' }).getByRole('button').first());
        await expect(page.getByRole('list', { name: 'In this meeting' })).toBeVisible();
    }
    await putCaret(words(page));
}
