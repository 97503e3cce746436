// How ./dev bench measures the page: one browser's work at a time, nothing tried twice, figures and no verdict.
// Never part of the tests.
import { defineConfig } from '@playwright/test';
import usual, { webServer } from './playwright.config';

export default defineConfig({
    ...usual,
    retries: 0,
    workers: 1,
    timeout: 900_000,
    reporter: 'list',
    webServer: { ...webServer, env: { DAYBOOK_SAMPLE: 'whole' } },
    projects: [{ name: 'bench', testDir: '../tests/bench/web' }],
});
