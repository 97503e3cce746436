// How the page is tested: in Debian's Chromium, against what ./dev build made.
// Never downloads a browser, and never uses the network.
import { defineConfig } from '@playwright/test';

const port = Number(process.env['DAYBOOK_TEST_PORT'] ?? 8137); // not 8136: that may be somebody's own ./dev run

/** Serves the small sample; with DAYBOOK_SAMPLE=whole in its environment the whole one. */
export const webServer = {
    command: `npx vite preview --config preview.config.ts --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
};

export default defineConfig({
    projects: [
        {
            name: 'page',
            testDir: '../tests/web',
            testIgnore: process.env['DAYBOOK_PICTURES'] ? [] : '**/pictures.spec.ts',
        },
        { name: 'faults', testDir: '../tests/faults/web' },
    ],
    outputDir: 'test-results',
    fullyParallel: false,
    workers: 2,
    // A machine that others use may be slow for once: tried again, and reported as flaky. Where words could be lost or
    // leak, nothing is tried twice: those files say so themselves.
    retries: process.env['CI'] ? 1 : 0,
    timeout: 60_000,
    expect: { timeout: 15_000, toMatchAriaSnapshot: { pathTemplate: '../tests/trees/{arg}{ext}' } },
    updateSnapshots: 'none', // ./dev trees does
    forbidOnly: !!process.env['CI'],
    use: {
        baseURL: `http://localhost:${port}/`,
        viewport: { width: 1024, height: 768 },
        launchOptions: {
            executablePath: process.env['DAYBOOK_CHROMIUM'] ?? '/usr/bin/chromium',
            args: [
                '--no-sandbox',
                '--disable-gpu',
                '--use-gl=angle',
                '--use-angle=swiftshader',
                '--enable-unsafe-swiftshader',
                '--disable-quic',
                '--no-first-run',
                '--disable-background-networking',
                '--disable-component-update',
                '--disable-sync',
            ],
        },
    },
    webServer,
});
