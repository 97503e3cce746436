// The ways in which a page comes to an end that nobody has prepared it for.
// Never ends anything that the test did not start.
import type { LaunchOptions, Page } from '@playwright/test';
import { type KillableBrowser, startBrowser } from '../../web/browser';
import { renderersOf } from './processes';

export const ends = ['browser', 'renderer', 'worker', 'tab'] as const;
export type End = (typeof ends)[number];

interface Workers {
    startedWorkers?: Worker[];
}

/** Runs before the page's scripts: keeps hold of the workers, so that they can be ended from outside of the product. */
function rememberWorkers(): void {
    const scope = globalThis as unknown as Workers;
    const Original = Worker;
    globalThis.Worker = class extends Original {
        constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            (scope.startedWorkers ??= []).push(this);
        }
    };
}

export interface Bench {
    readonly page: Page;
    /** Ends it in one way. Resolves when it has ended. */
    end(how: End): Promise<void>;
    /** A new page, in a new browser if the old one has ended. */
    again(): Promise<Page>;
    close(): Promise<void>;
}

/** A renderer that the browser kept spare may just have been ended with the others, before the browser knows of it. */
async function newPage(beside: Page): Promise<Page> {
    for (let attempt = 1; ; ++attempt) {
        try {
            return await beside.context().newPage();
        } catch (fault) {
            if (attempt === 5 || !/crashed/i.test(String(fault))) throw fault;
        }
    }
}

export async function startBench(profile: string, options: LaunchOptions): Promise<Bench> {
    let browser: KillableBrowser;
    let page: Page;
    let running = true;
    const start = async (): Promise<void> => {
        browser = await startBrowser(profile, options);
        page = browser.page;
        running = true;
        await page.context().addInitScript(rememberWorkers);
    };
    const kill = async (): Promise<void> => {
        running = false;
        await browser.kill();
    };
    const nextPage = async (): Promise<void> => {
        const next = await newPage(browser.page);
        await next.setViewportSize({ width: 1024, height: 768 });
        await page.close();
        page = next;
    };
    await start();
    return {
        get page() {
            return page;
        },
        async end(how) {
            switch (how) {
                case 'browser':
                    return kill();
                case 'renderer': {
                    const crashed = page.waitForEvent('crash');
                    const renderers = await renderersOf(browser.processId);
                    if (renderers.length === 0) throw new Error('the browser has no renderer');
                    for (const id of renderers) process.kill(id, 'SIGKILL');
                    await crashed;
                    return nextPage();
                }
                case 'worker':
                    await page.evaluate(() => {
                        for (const worker of (globalThis as unknown as Workers).startedWorkers ?? []) worker.terminate();
                    });
                    return nextPage();
                case 'tab':
                    return nextPage();
            }
        },
        async again() {
            if (!running) await start();
            return page;
        },
        close: kill,
    };
}
