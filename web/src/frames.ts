// When frames are drawn: one after something happened, more for as long as the app asks, and none while nothing does.
// Never runs by itself. How many frames were drawn stands in the page's data-frames, where tests read it.

export interface Frames {
    /** Something happened: draw. */
    wake(): void;
    /** Draw at this time, unless a frame comes before. */
    wakeAt(unixMs: number): void;
    /** Draws at once, inside the handler of a gesture, where the browser lets the keyboard be raised. */
    now(): void;
    /** One pass of the app's logic, drawn or not. */
    pass(): void;
    /** For good. */
    stop(): void;
}

const mostAtOnce = 6;
const longestTimer = 2 ** 31 - 1; // ms; the browser takes no more

/** `frame` draws and says whether it wants another one. */
export function framesOf(frame: (seconds: number) => boolean): Frames {
    let wanted = false;
    let scheduled = false;
    let drawing = false;
    let stopped = false;
    let drawn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Infinity; // the earliest time that was asked for since the last frame

    const draw = (): void => {
        if (drawing || stopped) return;
        drawing = true;
        clearTimeout(timer);
        due = Infinity;
        wanted = false;
        try {
            if (frame(performance.now() / 1000)) wanted = true;
        } finally {
            drawing = false;
        }
        drawn += 1;
        document.documentElement.dataset['frames'] = String(drawn);
    };

    const schedule = (): void => {
        if (scheduled || stopped || !wanted) return;
        scheduled = true;
        requestAnimationFrame(() => {
            scheduled = false;
            if (wanted) draw();
            schedule();
        });
    };

    const wake = (): void => {
        wanted = true;
        if (!drawing) schedule();
    };

    return {
        wake,
        wakeAt(unixMs) {
            if (unixMs >= due) return;
            due = unixMs;
            clearTimeout(timer);
            timer = setTimeout(wake, Math.min(Math.max(0, unixMs - Date.now()), longestTimer));
        },
        now() {
            wanted = true;
            for (let count = 0; wanted && count < mostAtOnce; ++count) draw();
            schedule();
        },
        pass() {
            draw();
            schedule();
        },
        stop() {
            stopped = true;
            wanted = false;
            clearTimeout(timer);
        },
    };
}
