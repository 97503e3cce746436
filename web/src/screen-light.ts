// Keeps the screen lit while it is wanted, where the browser can: a meeting is no time to wake a tablet.
// Never insists: where it is refused, the screen goes dark as it always does.

export interface ScreenLight {
    keepLit(wanted: boolean): void;
}

export function screenLight(): ScreenLight {
    let wanted = false;
    let lock: WakeLockSentinel | undefined;
    let asking = false;

    const ask = async (): Promise<void> => {
        if (!wanted || lock || asking || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
        asking = true;
        try {
            const given = await navigator.wakeLock.request('screen');
            given.addEventListener('release', () => {
                if (lock === given) lock = undefined; // the page went out of sight, or the battery is low
            });
            if (wanted) lock = given;
            else await given.release();
        } catch (reason) {
            console.info(reason);
        } finally {
            asking = false;
        }
    };

    document.addEventListener('visibilitychange', () => void ask());
    return {
        keepLit(now) {
            wanted = now;
            if (wanted) {
                void ask();
            } else {
                void lock?.release();
                lock = undefined;
            }
        },
    };
}
