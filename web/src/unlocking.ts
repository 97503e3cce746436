// The way from a locked notebook to an open one: which form is shown, and what it sends to the worker.
// Never lets a passcode or a secret past this side of the worker: they go there and nowhere else.
import { passcodeWords } from './assets';
import { askAuthenticator, NotGiven } from './authenticator';
import { firstStartForm, recoveryForm } from './boot-first-start';
import { type Answer, answerForm, recoveryIntroduction, requestForm } from './boot-recovery';
import { type UnlockForm, unlockForm } from './boot-unlock';
import type { BootView } from './boot-view';
import { make } from './dom';
import type { EngineClient } from './engine-client';
import { hadNotebook } from './had-notebook';
import { type FromWorker, notebookLock, type QuickUnlock } from './messages';
import { saveFile } from './save-file';
import type { Words } from './words';

type Locked = FromWorker & { type: 'state' };

export interface Unlocking {
    /** Before anything is known of the notebook: the passcode can be typed, if one was needed here before. */
    expect(): Promise<void>;
    firstStart(): void;
    /** This browser keeps one copy, and not two: a first start says so. */
    keepsOneCopy(): void;
    /** The notebook is locked, and can be opened in these ways. */
    show(state: Locked): void;
    /** The request for the office is made. */
    requested(fileName: string, file: Uint8Array<ArrayBuffer>): void;
}

/** The lock screen that was there before the engine was. */
interface Early {
    readonly form: UnlockForm;
    /** What is to be said of the notebook goes here. */
    readonly note: HTMLElement;
    /** Given before it could be tried. Dropped with the form, if something else must be said first. */
    passcode?: string;
}

/** Another tab may have the notebook: then there is nothing to unlock here. */
async function isHeld(): Promise<boolean> {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === notebookLock);
}

/** Without the list of words a passcode of one's own is still possible. */
const offeredWords = (): Promise<readonly string[]> => passcodeWords().catch(() => []);

export function unlocking(view: BootView, engine: EngineClient, { say, translated }: Words): Unlocking {
    let latest: Locked | undefined;
    let showingRequest = false;
    let keepsOne = false;
    let early: Early | undefined;

    const askDevice = async (quick: QuickUnlock): Promise<void> => {
        try {
            const secret = await askAuthenticator(quick);
            engine.send({ type: 'unlock-quick', secret });
            secret.fill(0);
        } catch (reason) {
            if (!(reason instanceof NotGiven)) console.error(reason);
            view.refused(say('unlock.device_did_not'));
        }
    };

    const forgotten = async (): Promise<void> => {
        const form = recoveryForm(
            say,
            await offeredWords(),
            (keys) => engine.send({ type: 'begin-recovery', ...keys }),
            lockScreen,
        );
        view.form(say('recovery.title'), form, ...recoveryIntroduction(say));
    };

    const answer = (): void => {
        const finish = ({ passcode, file }: Answer): void => engine.send({ type: 'finish-recovery', passcode, file });
        view.form(say('recovery.answer_title'), answerForm(say, finish, lockScreen));
    };

    /** What the notebook says of itself is added to a lock screen. */
    function describe({ form, note }: Early, { quick, awaitsRecovery, words }: Locked): void {
        note.textContent = translated(words);
        note.hidden = false;
        if (words === '') note.remove();
        form.offer({ quick: quick && (() => void askDevice(quick)), answer: awaitsRecovery ? answer : undefined });
    }

    function showForm(): Early {
        const form = unlockForm(say, {
            unlock(passcode) {
                if (latest) engine.send({ type: 'unlock', passcode });
                else shown.passcode = passcode;
            },
            forgotten: () => void forgotten(),
        });
        const note = make('p', { class: 'note', hidden: true });
        const shown: Early = { form, note };
        view.form('Daybook', form, make('p', {}, say('unlock.locked')), note);
        return shown;
    }

    function lockScreen(): void {
        showingRequest = false;
        if (latest) describe(showForm(), latest);
    }

    return {
        async expect() {
            if (hadNotebook() && !(await isHeld()) && !latest) early = showForm();
        },
        keepsOneCopy() {
            keepsOne = true;
        },
        async firstStart() {
            const lost = hadNotebook();
            const form = firstStartForm(say, await offeredWords(), (keys) => engine.send({ type: 'first-start', ...keys }));
            const gone = make('p', { class: 'note', role: 'alert' }, say('keys.notebook_gone'));
            const once = make('p', { class: 'note' }, say('keys.one_copy'));
            const notes = [...(lost ? [gone] : []), ...(keepsOne ? [once] : [])];
            view.form('Daybook', form, ...notes, make('p', {}, say('keys.introduction')));
        },
        show(state) {
            latest = state;
            const begun = early?.form.element.isConnected ? early : undefined;
            early = undefined;
            if (begun) describe(begun, state);
            else if (!showingRequest) lockScreen();
            if (begun?.passcode !== undefined) engine.send({ type: 'unlock', passcode: begun.passcode });
        },
        requested(fileName, file) {
            showingRequest = true;
            const save = (): void => saveFile(fileName, 'application/octet-stream', file);
            const introduction = make('p', {}, say('recovery.send_about'));
            view.form(say('recovery.send_title'), requestForm(say, fileName, save, lockScreen), introduction);
        },
    };
}
