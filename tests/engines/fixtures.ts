// One engine after the other, each in a folder of its own, with the site and an office at hand.
// Never leaves anything behind.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '../web/evidence';
import { serveSite, type Site } from '../web/site';
import type { Engine } from './engine';
import { openChromium, openFirefox } from './puppeteer';
import { openWebKitGtk } from './webkitgtk';

export type EngineName = 'chromium' | 'firefox' | 'webkitgtk';

interface Fixtures {
    readonly downloads: string;
    readonly engine: Engine;
    readonly site: Site;
}

export const test = base.extend<Fixtures, { readonly engineName: EngineName }>({
    engineName: ['chromium', { option: true, scope: 'worker' }],
    downloads: async ({}, use) => {
        const folder = await mkdtemp(join(tmpdir(), 'daybook-engine-'));
        const downloads = join(folder, 'downloads');
        await mkdir(downloads);
        await use(downloads);
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    engine: async ({ engineName, downloads, launchOptions }, use, info) => {
        const open = {
            chromium: () => openChromium(downloads, launchOptions.args ?? []),
            firefox: () => openFirefox(downloads),
            webkitgtk: () => openWebKitGtk(join(downloads, '..'), downloads),
        };
        const engine = await open[engineName]();
        await use(engine);
        if (info.errors.length > 0) {
            await writeFile(info.outputPath('seen.png'), await engine.picture());
            await writeFile(info.outputPath('console.txt'), (await engine.errors()).join('\n'));
        }
        await engine.close();
    },
    site: async ({}, use) => {
        const site = await serveSite();
        await use(site);
        await site.stop();
    },
});
