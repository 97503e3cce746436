// Tells when nothing was asked for some seconds after something was written.
// Never leaves a timer where nothing was written.

const pause = 3_000; // ms

export interface Idle {
    wrote(): void;
    /** Something was asked for: the seconds begin anew. */
    used(): void;
    stop(): void;
}

export function whenIdle(act: () => void): Idle {
    let written = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const used = (): void => {
        if (!written) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
            written = false;
            act();
        }, pause);
    };
    return {
        wrote() {
            written = true;
            used();
        },
        used,
        stop() {
            written = false;
            clearTimeout(timer);
        },
    };
}
