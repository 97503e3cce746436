// A newer version of Daybook: notices that it is on the device, and starts it when that is asked for.
// Never starts it by itself, and never while the notebook is still in this page's hands: the caller sees to that.

export interface Updates {
    /** A newer version is on the device, whole, and waits. */
    ready(): boolean;
    /** Lets the newer version take over, and reloads the page in it. */
    start(): void;
}

const hour = 3_600_000; // ms; how often the host is asked while the page is looked at

/** `changed` is called when a newer version has come. The page must be controlled already. */
export function watchUpdates(changed: () => void): Updates {
    const container = navigator.serviceWorker;
    let registration: ServiceWorkerRegistration | undefined;
    let asked = Date.now(); // the browser itself asks when the page is loaded
    let timer: ReturnType<typeof setTimeout> | undefined;

    const ask = (): void => {
        clearTimeout(timer);
        if (document.visibilityState === 'hidden') return;
        if (Date.now() - asked >= hour) {
            asked = Date.now();
            registration?.update().catch(() => {}); // no connection: asked again in an hour
        }
        timer = setTimeout(ask, Math.max(0, asked + hour - Date.now()));
    };
    const watch = (incoming: ServiceWorker | null): void => {
        incoming?.addEventListener('statechange', () => {
            if (incoming.state === 'installed') changed();
        });
    };

    void container.ready.then((found) => {
        registration = found;
        found.addEventListener('updatefound', () => watch(found.installing));
        watch(found.installing);
        if (found.waiting) changed();
        document.addEventListener('visibilitychange', ask);
        ask();
    });
    return {
        ready: () => registration?.waiting != null && container.controller !== null,
        start() {
            container.addEventListener('controllerchange', () => location.reload(), { once: true });
            const waiting = registration?.waiting;
            if (waiting) waiting.postMessage('start-now');
            else location.reload(); // it has started already, by another page
        },
    };
}
