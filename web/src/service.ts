// Makes sure that the service worker serves this page, before anything that matters starts.
// Never reloads, and never activates a new version: updates.ts does, when it is asked for.
import { Told } from './words';

/** Resolves when the page is controlled. Fails with words for the person if it cannot be. */
export async function controlled(): Promise<void> {
    if (!('serviceWorker' in navigator)) {
        throw new Told('problem.no_service_worker');
    }
    const container = navigator.serviceWorker;
    const change = new Promise<void>((resolve) => {
        container.addEventListener('controllerchange', () => resolve(), { once: true });
    });
    const registration = await register(container);
    if (container.controller) return;
    const incoming = registration.installing ?? registration.waiting;
    // After a forced reload the service worker is there, but is not asked: it is told to take the page.
    registration.active?.postMessage('take-this-page');
    await Promise.race([change, incoming ? failureOf(incoming) : new Promise<never>(() => {})]);
}

/** Calls `replaced` when another version of the service worker takes the place of the one that served this page. */
export function whenReplaced(replaced: () => void): void {
    const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
    let served = container?.controller != null;
    container?.addEventListener('controllerchange', () => {
        if (served) replaced();
        served = true;
    });
}

/** Whether all of Daybook is on the device, as the service worker finds it; undefined if there is none to ask. */
export async function allKept(): Promise<boolean | undefined> {
    const worker = navigator.serviceWorker.controller;
    if (worker?.state !== 'activated') return undefined;
    const { port1: here, port2: there } = new MessageChannel();
    return new Promise((resolve) => {
        here.onmessage = (event) => {
            resolve(event.data === true);
            here.close();
        };
        worker.postMessage('is-all-kept', [there]);
    });
}

async function register(container: ServiceWorkerContainer): Promise<ServiceWorkerRegistration> {
    try {
        return await container.register('./sw.js', { scope: './', updateViaCache: 'none' });
    } catch (reason) {
        const known = await container.getRegistration('./');
        if (known?.active) return known; // there is no connection, and none is needed
        console.error(reason);
        throw new Told('problem.not_kept');
    }
}

function failureOf(worker: ServiceWorker): Promise<never> {
    return new Promise((_resolve, reject) => {
        worker.addEventListener('statechange', () => {
            if (worker.state !== 'redundant') return;
            reject(new Told('problem.not_kept_whole'));
        });
    });
}
