// A static host of our own, for tests that stop it, watch it, or change what it serves.
// Never serves anything but what was built, with the headers that dist/_headers asks for or those of a test.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { securityHeaders } from '../../web/csp';
import { isSample, smallSample } from './small_sample';

const mediaTypes: Readonly<Record<string, string>> = {
    '.css': 'text/css',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.otf': 'font/otf',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
    '.woff2': 'font/woff2',
};

/** Where the built site is. The tests run in web/. */
export const dist = process.env['DAYBOOK_DIST'] ?? resolve('..', 'dist');

export interface Site {
    readonly address: string;
    /** Paths that were asked for, in order. */
    readonly asked: readonly string[];
    /** From now on a newer version is served: another page, and a service worker that knows it. */
    publish(): void;
    stop(): Promise<void>;
}

/** Stands in the page of the newer version. */
const newerPage = '<meta name="newer-version">';

/** What a test answers to a request, by its address and its body; nothing leaves it to the built site. */
export type Answer = (url: URL, body: Buffer) => Uint8Array | undefined;

export interface SiteChange {
    /** Asked before anything else. */
    readonly answer?: Answer;
    /** Put before the worker's own script. */
    readonly beforeWorker?: string;
    /** More pages, by their path; they carry no policy. */
    readonly pages?: Readonly<Record<string, string>>;
    /** What the start screen opens; the small one unless a test says so. */
    readonly sample?: 'small' | 'whole';
    /** In the place of those that dist/_headers asks for. */
    readonly headers?: Readonly<Record<string, string>>;
    /** What is asked for under /held is answered when this is. */
    readonly held?: Promise<void>;
}

export async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
    const server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return server;
}

export function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}

export async function closed(server: Server): Promise<void> {
    const done = new Promise<void>((resolved) => server.close(() => resolved()));
    server.closeAllConnections();
    await done;
}

export async function serveSite(change: SiteChange = {}): Promise<Site> {
    const asked: string[] = [];
    let newer = false;
    const server = await listen((request, response) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        asked.push(url.pathname);
        answered(url, request, change, response)
            .then((done) => (done ? undefined : serve(url.pathname, change, newer, response)))
            .catch(() => response.writeHead(404, securityHeaders).end());
    });
    return {
        address: `http://localhost:${portOf(server)}/`,
        asked,
        publish: () => (newer = true),
        stop: () => closed(server),
    };
}

async function answered(url: URL, request: IncomingMessage, change: SiteChange, response: ServerResponse): Promise<boolean> {
    if (!change.answer) return false;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const answer = change.answer(url, Buffer.concat(parts));
    if (answer) response.writeHead(200, { ...securityHeaders, 'Content-Type': 'application/octet-stream' }).end(answer);
    return answer !== undefined;
}

/** As the newer version has it. */
function renewed(file: string, content: Buffer): Buffer {
    if (file.endsWith('index.html')) return Buffer.from(content.toString().replace('</head>', `${newerPage}</head>`));
    if (!file.endsWith('sw.js')) return content;
    const revision = /(?<="revision":")[0-9a-f]+(?=","url":"index\.html")/;
    const script = content.toString();
    if (!revision.test(script)) throw new Error('sw.js names its files in another way than it did');
    return Buffer.from(script.replace(revision, 'newer'));
}

async function serve(path: string, change: SiteChange, newer: boolean, response: ServerResponse): Promise<void> {
    if (path === '/held' && change.held) {
        await change.held;
        response.writeHead(204, securityHeaders).end();
        return;
    }
    const page = change.pages?.[path];
    if (page !== undefined) {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
        return;
    }
    const file = path === '/' ? 'index.html' : normalize(path).replace(/^(\.\.(\/|$))+/, '');
    const isSmall = isSample(path) && change.sample !== 'whole';
    let content = await readFile(isSmall ? smallSample : join(dist, file));
    if (change.beforeWorker && /engine\.worker-[^/]*\.js$/.test(path)) {
        content = Buffer.concat([Buffer.from(`${change.beforeWorker};\n`), content]);
    }
    if (newer) content = Buffer.from(renewed(file, content));
    const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...(change.headers ?? securityHeaders), 'Content-Type': type }).end(content);
}
