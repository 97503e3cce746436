// How large words are: kept in the page's own storage, because the screens before the notebook is unlocked are drawn by it.
// Never kept with the notebook: it is no secret, and what the notebook knows is not known before the passcode.

const key = 'daybook-text-size';
const [least, most] = [80, 200]; // percent of the usual size

let chosen: number | undefined; // where the browser keeps nothing for us
const watchers: (() => void)[] = [];

function stored(): number | undefined {
    try {
        const percent = Number(localStorage.getItem(key) ?? NaN);
        return percent >= least && percent <= most ? Math.round(percent) : undefined;
    } catch {
        return undefined; // a browser that keeps nothing for us
    }
}

/** What the browser itself is set to: its usual size of letters is 16 pixels. */
function ofTheBrowser(): number {
    const probe = document.createElement('span');
    probe.style.fontSize = 'medium';
    document.body.append(probe);
    const percent = Math.round((parseFloat(getComputedStyle(probe).fontSize) / 16) * 100);
    probe.remove();
    return Math.min(Math.max(percent || 100, least), most);
}

/** In percent of the usual size. Until one is chosen here, as the browser's own settings say. */
export function textPercent(): number {
    return stored() ?? chosen ?? ofTheBrowser();
}

function show(): void {
    document.documentElement.style.setProperty('--text-scale', String(textPercent() / 100));
    for (const changed of watchers) changed();
}

export function keepTextSize(percent: number): void {
    chosen = percent;
    try {
        localStorage.setItem(key, String(percent));
    } catch {
        // it holds until the page is left
    }
    show();
}

/** Calls when another size was chosen, here or in another tab. */
export function watchTextSize(changed: () => void): void {
    watchers.push(changed);
}

/** The page's own words follow, now and when it changes. */
export function showTextSize(): void {
    window.addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) show();
    });
    show();
}
