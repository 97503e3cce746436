// Tries again what could not be stored, after 2 seconds first and never later than after 30.
// Never tries twice at once.

const first = 2_000;
const longest = 30_000;

export interface Retry {
    failed(): void;
    succeeded(): void;
}

export function retryWith(again: () => void): Retry {
    let pause = first;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return {
        failed() {
            if (timer !== undefined) return;
            timer = setTimeout(() => {
                timer = undefined;
                again();
            }, pause);
            pause = Math.min(pause * 2, longest);
        },
        succeeded() {
            clearTimeout(timer);
            timer = undefined;
            pause = first;
        },
    };
}
