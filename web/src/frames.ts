// When frames are drawn: after something happened, a few of them, and none while nothing does.
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

const settling = 2; // frames after the last cause, for what one frame leaves to the next
const mostAtOnce = 6;
const longestTimer = 2 ** 31 - 1; // ms; the browser takes no more

/** `frame` draws and says whether it wants another one. */
export function framesOf(frame: (seconds: number) => boolean): Frames {
    let wanted = 0;
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
        wanted -= 1;
        try {
            if (frame(performance.now() / 1000)) wanted = Math.max(wanted, 1);
        } finally {
            drawing = false;
        }
        drawn += 1;
        document.documentElement.dataset['frames'] = String(drawn);
    };

    const schedule = (): void => {
        if (scheduled || stopped || wanted <= 0) return;
        scheduled = true;
        requestAnimationFrame(() => {
            scheduled = false;
            if (wanted > 0) draw();
            schedule();
        });
    };

    const wake = (): void => {
        wanted = Math.max(wanted, settling);
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
            wanted = Math.max(wanted, settling);
            for (let count = 0; wanted > 0 && count < mostAtOnce; ++count) draw();
            schedule();
        },
        pass() {
            draw();
            schedule();
        },
        stop() {
            stopped = true;
            wanted = 0;
            clearTimeout(timer);
        },
    };
}
