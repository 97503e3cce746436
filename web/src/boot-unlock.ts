// The unlock form: the passcode always, the device's own way where it was set up, and the way out for who has forgotten.
// Never says more of a wrong passcode than that it is wrong.
import { mainButton, passcodeField, quietButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import type { Say } from './words';

export interface UnlockActions {
    unlock(passcode: string): void;
    forgotten(): void;
}

/** The other ways in, as far as the notebook has them. */
export interface OtherWays {
    /** Asks the platform's authenticator. Missing where none was set up. */
    readonly quick: (() => void) | undefined;
    /** Opens the office's unlock file. Missing while none is waited for. */
    readonly answer: (() => void) | undefined;
}

export interface UnlockForm extends BootForm {
    /** What the notebook says of itself, once: until then the form takes the passcode and nothing else. */
    offer(ways: OtherWays): void;
}

export function unlockForm(say: Say, actions: UnlockActions): UnlockForm {
    const passcode = passcodeField(say, say('boot.passcode'), '');
    const button = mainButton(say('unlock.unlock'));
    const forgotten = quietButton(say('unlock.forgotten'), actions.forgotten);
    forgotten.hidden = true;
    let quick: ReturnType<typeof quickButton> | undefined;
    const element = make('form', {}, passcode.element, make('div', { class: 'beside' }, button.element, forgotten));
    element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (button.busy()) return;
        const value = passcode.take();
        if (value === '') {
            passcode.complain(say('unlock.not_typed'));
            passcode.input.focus();
            return;
        }
        button.work(say('unlock.unlocking'));
        actions.unlock(value);
    });
    return {
        element,
        offer(ways) {
            forgotten.hidden = false;
            quick = ways.quick && quickButton(say, ways.quick);
            button.element.classList.toggle('primary', !quick); // one main button
            element.prepend(...(ways.answer ? [answer(say, ways.answer)] : []), ...(quick ? [quick.element] : []));
            // Who has begun to type goes on where they are.
            if (quick && passcode.input.value === '' && !button.busy()) quick.button.focus();
        },
        focus: () => passcode.input.focus(),
        refused(words) {
            button.rest();
            quick?.rest();
            passcode.complain(words);
            passcode.input.focus();
        },
    };
}

/** Asks the authenticator, which shows what to do in a window of its own. */
function quickButton(say: Say, ask: () => void) {
    const label = say('unlock.with_device');
    const hint = make('p', { class: 'hint', id: 'quick-hint' }, say('unlock.with_device_hint'));
    const button = make('button', { type: 'button', class: 'primary', 'aria-describedby': hint.id }, label);
    const rest = (): void => {
        button.removeAttribute('aria-disabled');
        button.textContent = label;
    };
    button.addEventListener('click', () => {
        if (button.hasAttribute('aria-disabled')) return;
        button.setAttribute('aria-disabled', 'true');
        button.textContent = say('unlock.waiting');
        ask();
    });
    return { element: make('div', { class: 'field' }, make('div', {}, button), hint), button, rest };
}

function answer(say: Say, open: () => void): HTMLElement {
    const button = make('button', { type: 'button' }, say('unlock.open_answer'));
    button.addEventListener('click', open);
    return make(
        'div',
        { class: 'note' },
        make('p', {}, say('unlock.asked_office')),
        make('div', {}, button),
    );
}
