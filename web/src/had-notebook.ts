// Whether this browser has had a notebook, as far as it remembers: so that the lock screen need not wait for the engine,
// and a notebook that was cleared away is not taken for a first start.
// Never kept with the notebook: browsers that clear the two copies by themselves often leave this.

const key = 'daybook-had-notebook';

export function hadNotebook(): boolean {
    try {
        return localStorage.getItem(key) !== null;
    } catch {
        return false; // a browser that keeps nothing for us remembers nothing
    }
}

export function keepInMind(): void {
    try {
        localStorage.setItem(key, 'yes');
    } catch {
        // it is only a convenience
    }
}
