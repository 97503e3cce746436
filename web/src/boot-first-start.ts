// The form of the first start: a name, and a passcode - four words that are offered, or one's own.
// Never takes a passcode that is soon guessed.
import { field, mainButton, passcodeField } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import { complaint, fourWords, shortestPasscode } from './passcode';

export interface FirstStart {
    readonly author: string;
    readonly passcode: string;
}

export function firstStartForm(list: readonly string[], send: (start: FirstStart) => void): BootForm {
    const author = field('Your name', 'How you are named in what you write.', {
        type: 'text',
        autocapitalize: 'words',
        spellcheck: 'false',
        maxlength: '200',
    });
    const passcode = passcodeField('Your passcode', `At least ${shortestPasscode} characters.`);
    const button = mainButton('Start');
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
        make(
            'p',
            { class: 'note' },
            'Write the passcode down and keep it away from this device. Without it this notebook cannot be opened, and ' +
                'nobody can make you a new one. What then remains is what was handed over, and the inspections whose ' +
                'office gave its recovery key.',
        ),
        make('div', {}, button.element),
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
            button.work('Making the keys…');
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
