// The way from a locked notebook to an open one: which form is shown, and what it sends to the worker.
// Never lets a passcode or a secret past this side of the worker: they go there and nowhere else.
import { passcodeWords } from './assets';
import { askAuthenticator, NotGiven } from './authenticator';
import { firstStartForm, recoveryForm } from './boot-first-start';
import { answerForm, recoveryIntroduction, requestForm } from './boot-recovery';
import { unlockForm } from './boot-unlock';
import type { BootView } from './boot-view';
import { make } from './dom';
import type { EngineClient } from './engine-client';
import type { FromWorker, QuickUnlock } from './messages';
import { saveFile } from './save-file';

type Locked = FromWorker & { type: 'state' };

export interface Unlocking {
    firstStart(): void;
    /** The notebook is locked, and can be opened in these ways. */
    show(state: Locked): void;
    /** The request for the office is made. */
    requested(fileName: string, file: Uint8Array<ArrayBuffer>): void;
}

/** Without the list of words a passcode of one's own is still possible. */
const offeredWords = (): Promise<readonly string[]> => passcodeWords().catch(() => []);

export function unlocking(view: BootView, engine: EngineClient): Unlocking {
    let latest: Locked | undefined;
    let showingRequest = false;

    const askDevice = async (quick: QuickUnlock): Promise<void> => {
        try {
            const secret = await askAuthenticator(quick);
            engine.send({ type: 'unlock-quick', secret });
            secret.fill(0);
        } catch (reason) {
            if (!(reason instanceof NotGiven)) console.error(reason);
            view.refused('This device did not unlock the notebook. Try again, or use the passcode.');
        }
    };

    const forgotten = async (): Promise<void> => {
        const form = recoveryForm(
            await offeredWords(),
            (keys) => engine.send({ type: 'begin-recovery', ...keys }),
            lockScreen,
        );
        view.form('Forgotten passcode', form, ...recoveryIntroduction());
    };

    const answer = (): void => {
        const form = answerForm(({ passcode, file }) => engine.send({ type: 'finish-recovery', passcode, file }), lockScreen);
        view.form('Open the unlock file', form);
    };

    function lockScreen(): void {
        showingRequest = false;
        if (!latest) return;
        const { quick, awaitsRecovery, words } = latest;
        const form = unlockForm({
            unlock: (passcode) => engine.send({ type: 'unlock', passcode }),
            quick: quick && (() => void askDevice(quick)),
            forgotten: () => void forgotten(),
            answer: awaitsRecovery ? answer : undefined,
        });
        const introduction = make('p', {}, 'The notebook is locked.');
        view.form('Daybook', form, introduction, ...(words ? [make('p', { class: 'note' }, words)] : []));
    }

    return {
        async firstStart() {
            const form = firstStartForm(await offeredWords(), (keys) => engine.send({ type: 'first-start', ...keys }));
            const introduction =
                'A notebook for inspections. What you write stays on this device, locked with your passcode, until you ' +
                'hand it over.';
            view.form('Daybook', form, make('p', {}, introduction));
        },
        show(state) {
            latest = state;
            if (!showingRequest) lockScreen();
        },
        requested(fileName, file) {
            showingRequest = true;
            const save = (): void => saveFile(fileName, 'application/octet-stream', file);
            const introduction = make('p', {}, 'The request is ready. Your office needs it to open the notebook for you.');
            view.form('Send this file to your office', requestForm(fileName, save, lockScreen), introduction);
        },
    };
}
