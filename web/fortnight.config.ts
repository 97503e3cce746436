// How ./dev fortnight goes through the two weeks: one browser, one hand, nothing tried twice.
// Never part of the tests: they go through a short one.
import { defineConfig } from '@playwright/test';
import usual from './playwright.config';

export default defineConfig({
    ...usual,
    retries: 0,
    workers: 1,
    timeout: 7_200_000,
    reporter: 'list',
    projects: [{ name: 'fortnight', testDir: '../tests/fortnight' }],
});
