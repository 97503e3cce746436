// The service worker: keeps the whole of Daybook on the device, and serves it with the headers that protect it.
// Never asks another origin for anything, and never replaces a version under an open page.
import { matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { interludeHeaders, securityHeaders } from '../csp';
import { interludePage, isInterlude } from './anew';

/** What of a service worker's global scope is used here; the DOM's types describe the page's. */
interface LifeEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
}
interface AskEvent extends LifeEvent {
    readonly request: Request;
    respondWith(response: Promise<Response>): void;
}
interface ServiceScope {
    readonly __WB_MANIFEST: (PrecacheEntry | string)[];
    readonly registration: ServiceWorkerRegistration;
    readonly clients: { claim(): Promise<void> };
    readonly location: Location;
    skipWaiting(): Promise<void>;
    addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
    addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
    addEventListener(type: 'message', listener: (event: LifeEvent & MessageEvent<unknown>) => void): void;
}
declare const self: ServiceScope;

function withHeaders(response: Response): Response {
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.origin !== self.location.origin) return Response.error();
    if (request.mode === 'navigate' && isInterlude(url)) {
        const headers = { ...interludeHeaders, 'Content-Type': 'text/html; charset=utf-8' };
        return new Response(interludePage(url), { headers });
    }
    const kept = await matchPrecache(request.url);
    if (kept) return withHeaders(kept);
    // Whatever address the page is asked for under, it is the same one page.
    const page = request.mode === 'navigate' ? await matchPrecache('index.html') : undefined;
    return withHeaders(page ?? (await fetch(request)));
}

const files = self.__WB_MANIFEST;
precache(files);

async function allKept(): Promise<boolean> {
    const kept = await Promise.all(files.map((file) => matchPrecache(typeof file === 'string' ? file : file.url)));
    return kept.every((response) => response?.ok);
}

let firstInstall = false;
self.addEventListener('install', () => {
    firstInstall = self.registration.active === null;
});
self.addEventListener('activate', (event) => {
    if (firstInstall) event.waitUntil(self.clients.claim());
});
self.addEventListener('message', (event) => {
    if (event.data === 'take-this-page') event.waitUntil(self.clients.claim());
    // Only said once the page has stored everything and let go of the notebook.
    if (event.data === 'start-now') event.waitUntil(self.skipWaiting());
    const [asker] = event.ports;
    if (event.data === 'is-all-kept' && asker) event.waitUntil(allKept().then((all) => asker.postMessage(all)));
});
self.addEventListener('fetch', (event) => {
    if (event.request.method === 'GET') event.respondWith(serve(event.request));
});
