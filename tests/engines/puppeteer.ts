// Debian's Chromium and Firefox ESR, driven by puppeteer: the first by its own protocol, the second by WebDriver BiDi.
// Never without a window for Firefox: it has no WebGL there.
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { type Engine, scriptOf, windowSize } from './engine';

async function start(options: LaunchOptions): Promise<Engine> {
    const browser = await puppeteer.launch({ ...options, defaultViewport: windowSize });
    const page = await browser.newPage(); // in Firefox's first one the address has the focus, and buttons hear no key
    const errors: string[] = [];
    page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (reason) => errors.push(String(reason)));
    return {
        open: async (address) => void (await page.goto(address)),
        reload: async () => void (await page.reload()),
        evaluate: async (act, ...given) => (await page.evaluate(scriptOf(act, given))) as never,
        click: (x, y) => page.mouse.click(x, y),
        async wheel(x, y, by) {
            await page.mouse.move(x, y);
            await page.mouse.wheel({ deltaY: by });
        },
        async type(text) {
            for (const letter of text) await (letter === '\n' ? page.keyboard.press('Enter') : page.keyboard.type(letter));
        },
        picture: () => page.screenshot(),
        errors: async () => errors,
        close: () => browser.close(),
    };
}

export function openChromium(downloads: string, args: readonly string[]): Promise<Engine> {
    return start({
        executablePath: process.env['DAYBOOK_CHROMIUM'] ?? '/usr/bin/chromium',
        args: [...args],
        downloadBehavior: { policy: 'allow', downloadPath: downloads },
    });
}

export function openFirefox(downloads: string): Promise<Engine> {
    return start({
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        headless: false,
        extraPrefsFirefox: {
            'webgl.force-enabled': true, // without it not where graphics are drawn by software
            'browser.download.dir': downloads,
            'browser.download.folderList': 2, // the one that is named above
            'browser.download.alwaysOpenPanel': false,
        },
    });
}
