// The forms in which keys are begun: a name, and a passcode - four words that are offered, or one's own.
// Never takes a passcode that is soon guessed.
import { field, mainButton, passcodeField, quietButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import { complaint, fourWords, shortestPasscode } from './passcode';

export interface NewKeys {
    readonly author: string;
    readonly passcode: string;
}

/** What the form says where its purposes differ. */
interface Wording {
    readonly passcode: string;
    readonly note: string;
    readonly button: string;
    readonly working: string;
}

export function firstStartForm(list: readonly string[], send: (keys: NewKeys) => void): BootForm {
    const wording: Wording = {
        passcode: 'Your passcode',
        note:
            'Write the passcode down and keep it away from this device. Without it this notebook cannot be opened, and ' +
            'nobody can make you a new one. What then remains is what was handed over, and the inspections whose ' +
            'office gave its recovery key.',
        button: 'Start',
        working: 'Making the keys…',
    };
    return keysForm(wording, list, send);
}

/** For who has forgotten the passcode: a new one, for which the office is asked to open what it can. */
export function recoveryForm(list: readonly string[], send: (keys: NewKeys) => void, back: () => void): BootForm {
    const wording: Wording = {
        passcode: 'Your new passcode',
        note: 'Write the new passcode down. You need it when the office’s unlock file has come.',
        button: 'Make the request',
        working: 'Making the request…',
    };
    return keysForm(wording, list, send, quietButton('Back', back));
}

function keysForm(wording: Wording, list: readonly string[], send: (keys: NewKeys) => void, ...more: Node[]): BootForm {
    const author = field('Your name', 'How you are named in what you write.', {
        type: 'text',
        autocapitalize: 'words',
        spellcheck: 'false',
        maxlength: '200',
    });
    const passcode = passcodeField(wording.passcode, `At least ${shortestPasscode} characters.`);
    const button = mainButton(wording.button);
    const passcodes = make('fieldset', {}, make('legend', {}, 'Passcode'), ...offer(list, use), passcode.element);

    function use(words: string): void {
        passcode.input.value = words;
        passcode.complain('');
        passcode.show(true);
        passcode.input.focus();
    }

    const element = make(
        'form',
        {},
        author.element,
        passcodes,
        make('p', { class: 'note' }, wording.note),
        make('div', { class: 'beside' }, button.element, ...more),
    );
    element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (button.busy()) return;
        const name = author.input.value.trim();
        const wrong = complaint(passcode.input.value);
        author.complain(name ? '' : 'Type your name.');
        passcode.complain(wrong);
        if (!name) author.input.focus();
        else if (wrong) passcode.input.focus();
        else {
            button.work(wording.working);
            send({ author: name, passcode: passcode.take() });
        }
    });
    return {
        element,
        focus: () => author.input.focus(),
        refused(words) {
            button.rest();
            passcode.complain(words);
            passcode.input.focus();
        },
    };
}

/** Four words, to use or to have others instead. Nothing, if the list is not there. */
function offer(list: readonly string[], use: (words: string) => void): Node[] {
    if (list.length < 2) return [];
    const words = make('p', { class: 'words', id: 'offered-words', 'aria-live': 'polite' }, fourWords(list));
    const take = make('button', { type: 'button', 'aria-describedby': 'offered-words' }, 'Use these words');
    const others = make('button', { type: 'button' }, 'Others');
    take.addEventListener('click', () => use(words.textContent));
    others.addEventListener('click', () => {
        words.textContent = fourWords(list);
    });
    return [
        make('p', { class: 'hint' }, 'Four words are easy to remember and hard to guess. You may use these.'),
        make('div', { class: 'beside' }, words, take, others),
    ];
}
