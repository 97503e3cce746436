// What follows a forgotten passcode: the request for the office, and the office's answer.
// Never promises what the office may not be able to open.
import { field, mainButton, passcodeField, quietButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';

export interface Answer {
    readonly passcode: string;
    readonly file: Uint8Array<ArrayBuffer>;
}

const largestAnswer = 16 * 1024 * 1024; // bytes; an unlock file has some hundred for each inspection

/** How it goes, before the form that makes the request. */
export function recoveryIntroduction(): Node[] {
    const steps = [
        'Choose a new passcode here. Daybook makes a request file.',
        'Send that file to your office. Nothing in it can be read without the office’s key.',
        'Your office sends an unlock file back. Open it here with the new passcode.',
    ];
    return [
        make(
            'p',
            {},
            'Nobody can look your passcode up. Your office can open the inspections that were made with its recovery key ' +
                'for a new passcode; others stay locked. This is how:',
        ),
        make('ol', {}, ...steps.map((step) => make('li', {}, step))),
        make('p', {}, 'Until then everything stays as it is, and the old passcode still opens the notebook.'),
    ];
}

/** The request is made: it is to be sent. */
export function requestForm(fileName: string, save: () => void, back: () => void): BootForm {
    const button = make('button', { type: 'button', class: 'primary' }, 'Save or share the file');
    const done = make('p', { role: 'status', class: 'hint' });
    button.addEventListener('click', () => {
        save();
        done.textContent = `${fileName} was handed to this device. If you cannot find it, press the button again.`;
    });
    const next =
        'Send the file to your office in any way you like. When the unlock file has come, come back here and choose ' +
        '“Open the unlock file”. It works once, and on this device only, so do not clear this browser’s data.';
    return {
        element: make(
            'div',
            { class: 'form' },
            make('p', { class: 'words' }, fileName),
            make('p', { class: 'note' }, next),
            make('div', { class: 'beside' }, button, quietButton('Back to the lock screen', back)),
            done,
        ),
        focus: () => button.focus(),
        refused: (words) => (done.textContent = words),
    };
}

/** The office's answer has come: the file, and the passcode that was chosen for it. */
export function answerForm(send: (answer: Answer) => void, back: () => void): BootForm {
    const file = field('Unlock file', 'The file that your office has sent.', { type: 'file' });
    const passcode = passcodeField('New passcode', 'The one that you chose when you made the request.');
    const button = mainButton('Open the notebook');
    const element = make(
        'form',
        {},
        file.element,
        passcode.element,
        make('div', { class: 'beside' }, button.element, quietButton('Back', back)),
    );
    const refused = (words: string): void => {
        button.rest();
        passcode.complain(words);
        passcode.input.focus();
    };
    element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (button.busy()) return;
        const chosen = file.input.files?.[0];
        const wrong = complaintOf(chosen);
        file.complain(wrong);
        passcode.complain(passcode.input.value ? '' : 'Type the new passcode.');
        if (!chosen || wrong) file.input.focus();
        else if (!passcode.input.value) passcode.input.focus();
        else {
            button.work('Opening the notebook…');
            const words = passcode.take();
            chosen.arrayBuffer().then(
                (content) => send({ passcode: words, file: new Uint8Array(content) }),
                () => refused('The browser could not read the file. Nothing was changed. Choose it again.'),
            );
        }
    });
    return { element, focus: () => file.input.focus(), refused };
}

function complaintOf(file: File | undefined): string {
    if (!file) return 'Choose the unlock file that your office has sent.';
    if (file.size === 0) return 'This file is empty. Ask your office to send it again.';
    if (file.size > largestAnswer) return 'This file is too large for an unlock file. Choose the one your office has sent.';
    return '';
}
