// How ./dev faults tests the page: every fault in full, the specs of storage and tabs besides, and a table at the end.
// Never tries anything twice.
import { defineConfig } from '@playwright/test';
import usual from './playwright.config';

export default defineConfig({
    ...usual,
    retries: 0,
    workers: 1, // what is measured is not to wait for another browser
    reporter: [['list'], ['../tests/faults/web/table.ts']],
    projects: [
        { name: 'faults', testDir: '../tests/faults/web' },
        { name: 'page', testDir: '../tests/web', testMatch: /\/(kill|profile|storage|tabs|pool|journal|quota|worker_parts|takeover|lock|typed_last)\.spec\.ts$/ },
    ],
});
