// Whether keys that are pressed alone give orders: kept in the page's own storage, as the size of words is.
// Never kept with the notebook: it is this device's keyboard, or the voice that types on it, that it is about.

const key = 'daybook-single-keys';
const off = 'off';

let chosen = true; // where the browser keeps nothing for us
const watchers: (() => void)[] = [];

export function singleKeys(): boolean {
    try {
        return localStorage.getItem(key) !== off && chosen;
    } catch {
        return chosen;
    }
}

export function keepSingleKeys(on: boolean): void {
    chosen = on;
    try {
        if (on) localStorage.removeItem(key);
        else localStorage.setItem(key, off);
    } catch {
        // it holds until the page is left
    }
    for (const changed of watchers) changed();
}

/** Calls when something else was chosen, here or in another tab. */
export function watchSingleKeys(changed: () => void): void {
    watchers.push(changed);
    window.addEventListener('storage', (event) => {
        if (event.key !== key && event.key !== null) return;
        chosen = true; // what another tab has stored is what counts
        changed();
    });
}
