// One tab has the notebook; how another one asks for it, and how it is told why not.
// Never takes the notebook from a tab that may still write: that tab gives it, or is gone.
import { type Release, takeNotebook } from './pool';

type Word =
    | { readonly type: 'ask' }
    | { readonly type: 'refused'; readonly words: string }
    /** To those who asked as well: another one has it now. */
    | { readonly type: 'taken' };

const atStart = 1_500; // ms; the tab that was just reloaded or closed needs a moment to let go
const patience = 5_000; // ms until a tab that was asked is said not to answer

const noAnswer =
    'The other tab or window does not answer. It may still have words that are not stored, so nothing is taken from it. ' +
    'Look at it, or close it; Daybook then opens here by itself.';

export interface Tabs {
    /** Resolves when the notebook is ours. `elsewhere` hears that another tab has it, and why it is not given. */
    hold(elsewhere: (words: string) => void): Promise<Release>;
    /** Asks the tab that has it. */
    ask(): void;
    /** As the one who has it. `wanted` answers why it cannot be given, or nothing: then it is on its way. */
    serve(wanted: () => string | undefined): void;
    refuse(words: string): void;
}

export function openTabs(): Tabs {
    const channel = new BroadcastChannel('daybook');
    const say = (word: Word): void => channel.postMessage(word);
    let ask = (): void => {};

    /** Waits in the browser's queue from the first asking on, but not after a refusal: the person may go on there. */
    const waitAndAsk = (elsewhere: (words: string) => void): Promise<Release> =>
        new Promise((resolve) => {
            let waiting: AbortController | undefined;
            let timer: ReturnType<typeof setTimeout> | undefined;
            channel.onmessage = ({ data }: MessageEvent<Word>) => {
                if (data.type === 'ask' || !waiting) return;
                clearTimeout(timer);
                waiting.abort();
                waiting = undefined;
                elsewhere(data.type === 'refused' ? data.words : '');
            };
            ask = () => {
                clearTimeout(timer);
                timer = setTimeout(() => elsewhere(noAnswer), patience);
                if (!waiting) {
                    waiting = new AbortController();
                    void takeNotebook(waiting.signal).then((release) => {
                        if (!release) return;
                        clearTimeout(timer);
                        ask = () => {};
                        say({ type: 'taken' });
                        resolve(release);
                    });
                }
                say({ type: 'ask' });
            };
        });

    return {
        async hold(elsewhere) {
            const release = await takeNotebook(AbortSignal.timeout(atStart));
            if (release) return release;
            const given = waitAndAsk(elsewhere);
            elsewhere('');
            return given;
        },
        ask: () => ask(),
        serve(wanted) {
            channel.onmessage = ({ data }: MessageEvent<Word>) => {
                if (data.type !== 'ask') return;
                const refusal = wanted();
                if (refusal !== undefined) say({ type: 'refused', words: refusal });
            };
        },
        refuse: (words) => say({ type: 'refused', words }),
    };
}
