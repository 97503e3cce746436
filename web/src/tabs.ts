// One tab has the notebook; how another one asks for it, and how it is told why not.
// Never takes the notebook from a tab that may still write: that tab gives it, or is gone.
import { type Release, takeNotebook } from './pool';
import type { PlainWord } from './words';

type Word =
    /** Does any tab have the notebook? */
    | { readonly type: 'anyone' }
    | { readonly type: 'here' }
    | { readonly type: 'ask' }
    /** There is something that could not be stored yet. */
    | { readonly type: 'refused' }
    /** To those who asked as well: another one has it now. */
    | { readonly type: 'taken' };

const atStart = 1_500; // ms; the tab that was just reloaded or closed needs a moment to let go
const twice = 250; // ms until a tab that says it is here is asked once more: it may have been its last word
const patience = 5_000; // ms until a tab that was asked is said not to answer

export interface Waiting {
    /** Another tab has the notebook. */
    elsewhere(): void;
    /** It was asked, and this is why it is not given. */
    refused(why: PlainWord): void;
}

export interface Tabs {
    /** Resolves when the notebook is ours. */
    hold(waiting: Waiting): Promise<Release>;
    /** Asks the tab that has it. */
    ask(): void;
    /** As the one who has it. `wanted` answers whether it is on its way, or nothing can be said yet. */
    serve(wanted: () => Promise<boolean | undefined>): void;
    refuse(): void;
}

export function openTabs(): Tabs {
    const channel = new BroadcastChannel('daybook');
    const say = (word: Word): void => channel.postMessage(word);
    let ask = (): void => {};

    /** Waits in the browser's queue from the first asking on, but not after a refusal: the person may go on there. */
    const waitAndAsk = ({ refused }: Waiting): Promise<Release> =>
        new Promise((resolve) => {
            let queued: AbortController | undefined;
            let timer: ReturnType<typeof setTimeout> | undefined;
            channel.onmessage = ({ data }: MessageEvent<Word>) => {
                if ((data.type !== 'refused' && data.type !== 'taken') || !queued) return;
                clearTimeout(timer);
                queued.abort();
                queued = undefined;
                refused(data.type === 'refused' ? 'elsewhere.unsaved' : 'elsewhere.third');
            };
            ask = () => {
                clearTimeout(timer);
                timer = setTimeout(() => refused('elsewhere.no_answer'), patience);
                if (!queued) {
                    queued = new AbortController();
                    void takeNotebook(queued.signal).then((release) => {
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

    /** Waits for a tab that is just going, and not at all for one that says it stays. */
    const takeIfFree = async (): Promise<Release | undefined> => {
        // One controller for both: a signal made of others may be collected as garbage before it says anything.
        const enough = new AbortController();
        const timer = setTimeout(() => enough.abort(), atStart);
        let again: ReturnType<typeof setTimeout> | undefined;
        channel.onmessage = ({ data }: MessageEvent<Word>) => {
            if (data.type !== 'here') return;
            if (again !== undefined) enough.abort();
            else again = setTimeout(() => say({ type: 'anyone' }), twice);
        };
        say({ type: 'anyone' });
        const release = await takeNotebook(enough.signal);
        clearTimeout(timer);
        clearTimeout(again);
        return release;
    };

    return {
        async hold(waiting) {
            const release = await takeIfFree();
            if (release) return release;
            const given = waitAndAsk(waiting);
            waiting.elsewhere();
            return given;
        },
        ask: () => ask(),
        serve(wanted) {
            const answer = (given: boolean | undefined): void => {
                if (given === false) say({ type: 'refused' });
            };
            channel.onmessage = ({ data }: MessageEvent<Word>) => {
                if (data.type === 'anyone') say({ type: 'here' });
                if (data.type === 'ask') void wanted().then(answer, () => {}); // that it broke is said elsewhere
            };
        },
        refuse: () => say({ type: 'refused' }),
    };
}
