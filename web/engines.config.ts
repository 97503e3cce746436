// How ./dev engines tests the page: the way of a record in Chromium, Firefox ESR and WebKitGTK, one after the other.
// Never downloads a browser, and never uses the network.
import { defineConfig } from '@playwright/test';
import type { EngineName } from '../tests/engines/fixtures';
import usual from './playwright.config';

const engines: readonly EngineName[] = ['chromium', 'firefox', 'webkitgtk'];

export default defineConfig<{}, { engineName: EngineName }>({
    outputDir: 'test-results/engines.failed', // is emptied at each run; pictures of what was seen are kept in engines
    retries: process.env['CI'] ? 1 : 0, // as usual: a machine that others use may be slow for once, and that is reported
    workers: 1,
    timeout: 600_000,
    expect: { timeout: 60_000 }, // graphics are drawn by software, and a machine may have other work to do
    reporter: 'list',
    forbidOnly: !!process.env['CI'],
    use: { launchOptions: usual.use?.launchOptions ?? {} },
    projects: engines.map((engineName) => ({ name: engineName, testDir: '../tests/engines', use: { engineName } })),
});
