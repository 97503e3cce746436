// The few plain screens before the app: getting ready, first start, unlock, and why it cannot go on.
// Never keeps a passcode: a field's value leaves it the moment it is sent. All of it is in an open shadow root, because
// Chromium writes what stands in ordinary form fields into its session files.
import css from './boot.css?inline';
import { firstStartForm, type FirstStart } from './boot-first-start';
import { unlockForm } from './boot-unlock';
import { make, sheet } from './dom';

/** A form that hears how its sending went. */
export interface BootForm {
    readonly element: HTMLFormElement;
    /** The engine did not take it, for this reason. */
    refused(words: string): void;
    focus(): void;
}

export interface BootView {
    ready(step: number, words: string): void;
    firstStart(words: readonly string[], send: (start: FirstStart) => void): void;
    unlock(note: string, send: (passcode: string) => void): void;
    /** It cannot go on; the person may press the button. Covers the app if that is there already. */
    problem(title: string, words: string, button: string, press: () => void): void;
    /** The same beneath the app, so that what was typed there can still be read and copied. */
    warn(title: string, words: string, button: string, press: () => void): void;
    /** The form that is shown was not taken. */
    refused(words: string): void;
    /** The app is on the screen. */
    leave(): void;
}

const steps = 4;

export function bootView(host: HTMLElement): BootView {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(css)];
    let form: BootForm | undefined;

    const explain = (title: string, words: string, button: string, press: () => void): void => {
        form = undefined;
        const again = make('button', { type: 'button', class: 'primary' }, button);
        again.addEventListener('click', press);
        show(title, make('p', { role: 'alert' }, words), again).focus();
    };

    const show = (title: string, ...content: Node[]): HTMLElement => {
        const heading = make('h1', { tabindex: '-1' }, title);
        root.replaceChildren(make('main', {}, heading, ...content));
        host.hidden = false;
        return heading;
    };

    const status = make('p', { role: 'status' });
    const progress = make('progress', { max: String(steps), value: '0', 'aria-label': 'Getting ready' });

    const showForm = (next: BootForm, ...introduction: Node[]): void => {
        form = next;
        show('Daybook', ...introduction, next.element);
        next.focus();
    };

    return {
        ready(step, words) {
            if (!status.isConnected) show('Daybook', status, progress);
            status.textContent = words;
            progress.value = step;
        },
        firstStart(words, send) {
            showForm(
                firstStartForm(words, send),
                make(
                    'p',
                    {},
                    'A notebook for inspections. What you write stays on this device, locked with your passcode, ' +
                        'until you hand it over.',
                ),
            );
        },
        unlock(note, send) {
            const introduction = make('p', {}, 'The notebook is locked.');
            showForm(unlockForm(send), introduction, ...(note ? [make('p', { class: 'note' }, note)] : []));
        },
        problem(title, words, button, press) {
            host.classList.remove('over');
            explain(title, words, button, press);
        },
        warn(title, words, button, press) {
            host.classList.add('over');
            explain(title, words, button, press);
        },
        refused: (words) => form?.refused(words),
        leave() {
            form = undefined;
            root.replaceChildren();
            host.hidden = true;
        },
    };
}
