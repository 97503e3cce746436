// When the notebook locks by itself: after so long out of sight, or so long without a touch or a key.
// Never counts on a timer alone: timers stand still in a page in the background and in a device that sleeps, so the
// clocks are compared whenever the page is shown or touched again.

/** Seconds; 0 is never. */
export interface LockTimes {
    readonly hidden: number;
    readonly idle: number;
}

export interface Locking {
    change(times: LockTimes): void;
    /** For good. */
    stop(): void;
}

/** By both clocks: the wall clock may be set back, the steady one stands still while some devices sleep. */
interface Moment {
    readonly wall: number;
    readonly steady: number;
}

const longestTimer = 2 ** 31 - 1; // ms; the browser takes no more
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

const now = (): Moment => ({ wall: Date.now(), steady: performance.now() });

/** How many milliseconds are left of so many seconds. Not more than 0: they are over. */
function leftOf(seconds: number, since: Moment | undefined): number {
    if (seconds === 0 || !since) return Infinity;
    const { wall, steady } = now();
    return seconds * 1000 - Math.max(wall - since.wall, steady - since.steady);
}

/** Calls `lock` once, when it is time. */
export function lockByItself(lock: () => void, first: LockTimes): Locking {
    let times = first;
    let touched = now();
    let hiddenSince: Moment | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listening = new AbortController();
    const heard = { signal: listening.signal, capture: true, passive: true };

    const stop = (): void => {
        clearTimeout(timer);
        listening.abort();
    };
    const check = (): void => {
        clearTimeout(timer);
        const left = Math.min(leftOf(times.idle, touched), leftOf(times.hidden, hiddenSince));
        if (left <= 0) {
            stop();
            lock();
        } else if (left < Infinity) {
            timer = setTimeout(check, Math.min(left, longestTimer));
        }
    };
    const lookWhetherHidden = (): void => {
        check(); // by the time that was spent hidden, before that is forgotten
        hiddenSince = document.visibilityState === 'hidden' ? (hiddenSince ?? now()) : undefined;
        if (!listening.signal.aborted) check();
    };
    // The first touch after a long sleep may come before the timer: it does not begin the time anew.
    const touch = (): void => {
        if (leftOf(times.idle, touched) > 0) touched = now();
        else check();
    };

    for (const name of signsOfLife) window.addEventListener(name, touch, heard);
    for (const name of ['visibilitychange', 'resume']) document.addEventListener(name, lookWhetherHidden, heard);
    window.addEventListener('pageshow', lookWhetherHidden, heard);
    lookWhetherHidden();
    return {
        change(next) {
            times = next;
            if (!listening.signal.aborted) check();
        },
        stop,
    };
}
