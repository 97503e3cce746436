// How the page is put together: TypeScript, the two WebAssembly modules, fonts, packs, and the service worker.
// Never takes anything from another host.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { headersFile, policyForMeta, securityHeaders } from './csp';

const here = import.meta.dirname;
const top = resolve(here, '..');
const modules = process.env['DAYBOOK_WEB_MODULES'] ?? resolve(top, 'build/web');
const fonts = process.env['DAYBOOK_FONTS'] ?? resolve(top, 'build/fonts');

/** What stands in the page and in its manifest before any script runs is of one language: of who serves it. */
const table = JSON.parse(
    readFileSync(resolve(top, `assets/locales/${process.env['DAYBOOK_LANGUAGE'] ?? 'en-GB'}.json`), 'utf8'),
) as { readonly language: string; readonly page: Readonly<Record<string, string>> };

function firstWord(id: string): string {
    const text = table.page[id];
    if (text === undefined) throw new Error(`${table.language} has no text ${id}`);
    return text;
}

const firstWords: Plugin = {
    name: 'daybook-first-words',
    transformIndexHtml: (html) =>
        html
            .replace('%language%', table.language)
            .replace(/%([a-z]+\.[a-z_]+)%/g, (_whole, id: string) =>
                firstWord(id).replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
            ),
};

/** dist/_headers, for hosts that take their headers from such a file; and the policy in the page, for other hosts. */
const headers: Plugin = {
    name: 'daybook-headers',
    transformIndexHtml: () => [
        {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: policyForMeta },
            injectTo: 'head-prepend',
        },
    ],
    generateBundle() {
        this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
};

const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    injectRegister: false,
    manifest: {
        id: './',
        name: 'Daybook',
        short_name: 'Daybook',
        description: firstWord('boot.description'),
        lang: table.language,
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f6f2ea',
        theme_color: '#f6f2ea',
        icons: [
            { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
            { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
            { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
            { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
    },
    includeManifestIcons: false,
    injectManifest: {
        rollupFormat: 'iife',
        globIgnores: ['**/sqlite3-opfs-async-proxy*', '**/sqlite3-worker1*'], // of sqlite-wasm's other ways of storing
        globPatterns: ['**/*.{html,js,css,wasm,json,txt,otf,woff2,svg,png,webmanifest}'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
    },
});

export default defineConfig({
    base: './',
    publicDir: resolve(top, 'assets/icons'),
    resolve: {
        alias: {
            '@modules': modules,
            '@fonts': fonts,
            '@assets': resolve(top, 'assets'),
        },
    },
    plugins: [firstWords, headers, pwa],
    worker: { format: 'es' },
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    build: {
        outDir: process.env['DAYBOOK_DIST'] ?? resolve(top, 'dist'),
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 1000,
    },
    preview: { headers: securityHeaders },
});
