// The forms in which keys are begun: a name, and a passcode - four words that are offered, or one's own.
// Never takes a passcode that is soon guessed.
import { field, mainButton, passcodeField, quietButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import { complaint, fourWords, shortestPasscode } from './passcode';
import type { Say } from './words';

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

export function firstStartForm(say: Say, list: readonly string[], send: (keys: NewKeys) => void): BootForm {
    const wording: Wording = {
        passcode: say('keys.passcode'),
        note: say('keys.note'),
        button: say('keys.start'),
        working: say('keys.making'),
    };
    return keysForm(say, wording, list, send);
}

/** For who has forgotten the passcode: a new one, for which the office is asked to open what it can. */
export function recoveryForm(
    say: Say,
    list: readonly string[],
    send: (keys: NewKeys) => void,
    back: () => void,
): BootForm {
    const wording: Wording = {
        passcode: say('keys.new_passcode'),
        note: say('keys.new_note'),
        button: say('keys.make_request'),
        working: say('keys.making_request'),
    };
    return keysForm(say, wording, list, send, quietButton(say('boot.back'), back));
}

function keysForm(
    say: Say,
    wording: Wording,
    list: readonly string[],
    send: (keys: NewKeys) => void,
    ...more: Node[]
): BootForm {
    const author = field(say('keys.name'), say('keys.name_hint'), {
        type: 'text',
        autocapitalize: 'words',
        spellcheck: 'false',
        maxlength: '200',
    });
    const passcode = passcodeField(say, wording.passcode, say('keys.passcode_hint', { least: String(shortestPasscode) }));
    const button = mainButton(wording.button);
    const passcodes = make('fieldset', {}, make('legend', {}, say('boot.passcode')), ...offer(say, list, use), passcode.element);

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
        const wrong = complaint(say, passcode.input.value);
        author.complain(name ? '' : say('keys.no_name'));
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
function offer(say: Say, list: readonly string[], use: (words: string) => void): Node[] {
    if (list.length < 2) return [];
    const words = make('p', { class: 'words', id: 'offered-words', 'aria-live': 'polite' }, fourWords(list));
    const take = make('button', { type: 'button', 'aria-describedby': 'offered-words' }, say('keys.use_offered'));
    const others = make('button', { type: 'button' }, say('keys.others'));
    take.addEventListener('click', () => use(words.textContent));
    others.addEventListener('click', () => {
        words.textContent = fourWords(list);
    });
    return [
        make('p', { class: 'hint' }, say('keys.offered')),
        make('div', { class: 'beside' }, words, take, others),
    ];
}
