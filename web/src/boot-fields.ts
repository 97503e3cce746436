// Fields of the boot forms: a label, an input, a hint, and an error that is tied to it.
// Never validates by itself.
import { make } from './dom';
import type { Say } from './words';

export interface BootField {
    readonly element: HTMLElement;
    readonly input: HTMLInputElement;
    /** Says what is wrong, or with an empty text that nothing is. */
    complain(words: string): void;
}

let count = 0;

export function field(label: string, hint: string, attributes: Readonly<Record<string, string>>): BootField {
    const id = `field-${++count}`;
    const error = make('p', { class: 'error', id: `${id}-error`, role: 'alert' });
    const input = make('input', { id, 'aria-describedby': `${id}-hint ${id}-error`, ...attributes });
    const complain = (words: string): void => {
        error.textContent = words;
        input.setAttribute('aria-invalid', words ? 'true' : 'false');
    };
    input.addEventListener('input', () => complain(''));
    const hints = make('p', { class: 'hint', id: `${id}-hint` }, hint);
    hints.hidden = hint === '';
    const row = make('div', { class: 'beside' }, input);
    return { element: make('div', { class: 'field' }, make('label', { for: id }, label), row, hints, error), input, complain };
}

export interface PasscodeField extends BootField {
    show(visible: boolean): void;
    /** The value, which is then no longer in the field. */
    take(): string;
}

export function passcodeField(say: Say, label: string, hint: string): PasscodeField {
    const made = field(label, hint, {
        type: 'password',
        autocomplete: 'off',
        autocapitalize: 'none',
        autocorrect: 'off',
        spellcheck: 'false',
    });
    const toggle = make('button', { type: 'button' });
    const show = (visible: boolean): void => {
        made.input.type = visible ? 'text' : 'password';
        toggle.textContent = say(visible ? 'passcode.hide' : 'passcode.show');
        toggle.setAttribute('aria-label', say(visible ? 'passcode.hide_it' : 'passcode.show_it'));
    };
    show(false);
    toggle.addEventListener('click', () => show(made.input.type === 'password'));
    made.input.after(toggle);
    return {
        ...made,
        show,
        take() {
            const value = made.input.value;
            made.input.value = '';
            show(false);
            return value;
        },
    };
}

/** A form's main button, which says what it is busy with. */
export function mainButton(label: string) {
    const element = make('button', { type: 'submit', class: 'primary' }, label);
    return {
        element,
        busy: () => element.getAttribute('aria-disabled') === 'true',
        work(words: string): void {
            element.setAttribute('aria-disabled', 'true');
            element.textContent = words;
        },
        rest(): void {
            element.removeAttribute('aria-disabled');
            element.textContent = label;
        },
    };
}

/** A button beside the main one, which goes another way. */
export function quietButton(label: string, press: () => void): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'quiet' }, label);
    button.addEventListener('click', press);
    return button;
}
