// The few plain screens before and around the app: getting ready, the forms, and why it cannot go on.
// Never keeps a passcode: a field's value leaves it the moment it is sent. All of it is in an open shadow root, because
// Chromium writes what stands in ordinary form fields into its session files.
import css from './boot.css?inline';
import { make, sheet } from './dom';
import type { Say } from './words';

/** A form that hears how its sending went. */
export interface BootForm {
    readonly element: HTMLElement;
    /** It was not taken, for this reason. */
    refused(words: string): void;
    focus(): void;
}

export interface BootView {
    ready(step: number, words: string): void;
    form(title: string, form: BootForm, ...introduction: Node[]): void;
    /** Covers the app for a moment; nothing can be done meanwhile. */
    busy(title: string, words: string): void;
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

export function bootView(host: HTMLElement, say: Say): BootView {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(css)];
    let form: BootForm | undefined;

    const show = (title: string, ...content: Node[]): HTMLElement => {
        form = undefined;
        const heading = make('h1', { tabindex: '-1' }, title);
        root.replaceChildren(make('main', {}, heading, ...content));
        host.hidden = false;
        return heading;
    };

    const explain = (title: string, words: string, button: string, press: () => void): void => {
        const again = make('button', { type: 'button', class: 'primary' }, button);
        again.addEventListener('click', press);
        show(title, make('p', { role: 'alert' }, words), again).focus();
    };

    const status = make('p', { role: 'status' });
    const progress = make('progress', { max: String(steps), value: '0', 'aria-label': say('boot.ready') });

    return {
        ready(step, words) {
            if (!status.isConnected) show('Daybook', status, progress);
            status.textContent = words;
            progress.value = step;
        },
        form(title, next, ...introduction) {
            host.classList.remove('over');
            show(title, ...introduction, next.element);
            form = next;
            next.focus();
        },
        busy(title, words) {
            host.classList.remove('over');
            show(title, make('p', { role: 'status' }, words)).focus();
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
