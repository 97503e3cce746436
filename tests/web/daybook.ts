// Daybook as a person has it: a browser with a profile of its own, a first start, an inspection, a meeting.
// Never shares a profile between tests, and never keeps one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, expect, type Page, test as base } from '@playwright/test';
import { press, putCaret, saved, tap } from './hands';

export const passcode = 'garden window bright seven';
export const author = 'Ada Inspector';

export interface Daybook {
    /** The browser's folder. */
    readonly profile: string;
    /** Opens a browser on the profile, with one empty page. The one that was open before is closed. */
    open(options?: BrowserContextOptions): Promise<Page>;
    close(): Promise<void>;
}

interface Fixtures {
    readonly daybook: Daybook;
    /** A browser on a new profile, Daybook started for the first time in it: the welcome is on the screen. */
    readonly started: Page;
}

export const test = base.extend<Fixtures>({
    daybook: async ({ launchOptions, baseURL, viewport, colorScheme, timezoneId }, use) => {
        const profile = await newProfile();
        let context: BrowserContext | undefined;
        const close = async (): Promise<void> => {
            await context?.close();
            context = undefined;
        };
        await use({
            profile,
            close,
            async open(options = {}) {
                await close();
                context = await chromium.launchPersistentContext(profile, {
                    ...launchOptions,
                    ...(baseURL === undefined ? {} : { baseURL }),
                    ...(timezoneId === undefined ? {} : { timezoneId }),
                    viewport,
                    colorScheme,
                    ...options,
                });
                return context.pages()[0] ?? context.newPage();
            },
        });
        await close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    started: async ({ daybook }, use) => {
        const page = await daybook.open();
        await firstStart(page);
        await use(page);
    },
});

export async function newProfile(): Promise<string> {
    return mkdtemp(join(tmpdir(), 'daybook-profile-'));
}

export async function firstStart(page: Page, address = './'): Promise<void> {
    await page.goto(address);
    await page.getByLabel('Your name').fill(author);
    await page.getByLabel('Your passcode').fill(passcode);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Welcome, ${author}` })).toBeVisible();
}

export async function unlock(page: Page, words = passcode): Promise<void> {
    await page.getByRole('textbox', { name: 'Passcode' }).fill(words);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Loads the page and unlocks it, and goes to Today from wherever it was left (of which place.spec.ts is). */
export async function comeBack(page: Page, address = './', words = passcode): Promise<void> {
    await page.goto(address);
    await unlock(page, words);
    await go(page, 'Today');
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
export const words = (page: Page) => page.getByRole('textbox', { name: 'What was said' });

export type Place = 'Today' | 'Notebook' | 'Hand over' | 'Find' | 'More';

export async function go(page: Page, place: Place): Promise<void> {
    const places = page.getByRole('navigation', { name: 'Places' });
    await tap(places.getByRole('button', { name: place, exact: true }));
    await expect(heading(page, place)).toBeVisible();
}

export async function openSample(page: Page): Promise<void> {
    await tap(button(page, 'Open the sample'));
    await expect(heading(page, 'Today')).toBeVisible();
    await saved(page);
}

/** Into the entry that was written in last, from wherever it was left. */
export async function goOnWriting(page: Page): Promise<void> {
    await go(page, 'Today');
    await press(button(page, 'Go on writing'));
}

export interface NewInspection {
    readonly authority?: string;
    readonly officeKey?: string;
}

/** From the welcome to Today of an inspection of one's own. What a hand does in this form is first_start.spec.ts's. */
export async function createInspection(page: Page, wanted: NewInspection = {}): Promise<void> {
    await tap(button(page, 'Create an inspection'));
    await page.getByRole('textbox', { name: 'Local authority' }).fill(wanted.authority ?? 'Northmere');
    await page.getByLabel('First day').fill('2026-09-14');
    await page.getByLabel('Last day').fill('2026-09-18');
    await page.getByRole('textbox', { name: 'Lead inspector' }).fill('Grace Lead');
    if (wanted.officeKey) await page.getByRole('textbox', { name: 'Office’s recovery key' }).fill(wanted.officeKey);
    await press(button(page, 'Create the inspection'));
    await expect(heading(page, 'Today')).toBeVisible();
    await saved(page);
}

/** From Today to the empty words of a running meeting. */
export async function startMeeting(page: Page, who: readonly string[] = []): Promise<void> {
    await tap(button(page, 'Start a meeting'));
    await expect(heading(page, 'Start a meeting')).toBeVisible();
    for (const role of who) await press(page.getByRole('button', { name: role, exact: true }));
    await tap(button(page, 'Start'));
    await expect(heading(page, 'Meeting')).toBeVisible();
    await expect(words(page)).toBeFocused();
}

/** Types into the open entry, and waits until it is saved. */
export async function write(page: Page, text: string): Promise<void> {
    await putCaret(words(page));
    await page.keyboard.type(text);
    await saved(page);
}
