// A browser that the test itself has started, so that it can be ended as a crash or an empty battery ends it.
// Never ends any other process than this one and its children.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';

export interface KillableBrowser {
    readonly page: Page;
    /** Of the browser's first process. */
    readonly processId: number;
    /** SIGKILL for the browser and all its processes. Resolves when the browser is gone. */
    kill(): Promise<void>;
}

/** Chromium says on its standard error where it can be spoken to. */
async function addressOf(process: ChildProcess): Promise<string> {
    if (!process.stderr) throw new Error('the browser was started without its standard error');
    for await (const line of createInterface(process.stderr)) {
        const found = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
        if (found) return found;
    }
    throw new Error('the browser ended before it said where it listens');
}

export async function startBrowser(profile: string, options: LaunchOptions): Promise<KillableBrowser> {
    const program = options.executablePath ?? '/usr/bin/chromium';
    const size = { width: 1024, height: 768 };
    const browser = spawn(
        program,
        [
            ...(options.args ?? []),
            '--headless=new',
            '--remote-debugging-port=0',
            `--user-data-dir=${profile}`,
            `--window-size=${size.width},${size.height}`,
            '--no-default-browser-check',
            '--password-store=basic',
            'about:blank',
        ],
        { detached: true, stdio: ['ignore', 'ignore', 'pipe'] }, // detached: a process group of its own
    );
    const end = (): void => {
        if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) {
            process.kill(-browser.pid, 'SIGKILL');
        }
    };
    process.once('exit', end); // a test run that is broken off leaves no browser behind
    const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
    const connection = await chromium.connectOverCDP(await addressOf(browser));
    browser.stderr?.resume();
    const page = connection.contexts()[0]?.pages()[0];
    if (!page || browser.pid === undefined) throw new Error('the browser has no page');
    await page.setViewportSize(size);
    return {
        page,
        processId: browser.pid,
        async kill() {
            end();
            await gone;
            process.off('exit', end);
            await connection.close().catch(() => {}); // it may know already that the other end is gone
        },
    };
}
