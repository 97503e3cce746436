// What each engine lacks of what Daybook can use, as README.md says it under Engines.
// Never a list of what an engine has beyond that.
import { expect } from '@playwright/test';
import type { Engine } from './engine';
import { type EngineName, test } from './fixtures';

const lacking: Readonly<Record<EngineName, readonly string[]>> = {
    chromium: ['share sheet'],
    firefox: ['share sheet'],
    webkitgtk: ['files', 'kept storage', 'room', 'passkeys', 'share sheet'],
};

function lacks(engine: Engine): Promise<string[]> {
    return engine.evaluate(() => {
        const storage: object = navigator.storage ?? {};
        const has = {
            files: 'getDirectory' in storage,
            'kept storage': 'persist' in storage,
            room: 'estimate' in storage,
            passkeys: 'PublicKeyCredential' in globalThis,
            'screen light': 'wakeLock' in navigator,
            'share sheet': 'share' in navigator,
            locks: 'locks' in navigator,
            'service worker': 'serviceWorker' in navigator,
        };
        return Object.entries(has).flatMap(([name, there]) => (there ? [] : [name]));
    });
}

test('what is lacking is what is written down', async ({ engine, engineName, site }) => {
    await engine.open(site.address);
    expect(await lacks(engine)).toEqual(lacking[engineName]);
});
