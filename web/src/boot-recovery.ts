// What follows a forgotten passcode: the request for the office, and the office's answer.
// Never promises what the office may not be able to open.
import { field, mainButton, passcodeField, quietButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import type { PlainWord, Say } from './words';

export interface Answer {
    readonly passcode: string;
    readonly file: Uint8Array<ArrayBuffer>;
}

const largestAnswer = 16 * 1024 * 1024; // bytes; an unlock file has some hundred for each inspection

/** How it goes, before the form that makes the request. */
export function recoveryIntroduction(say: Say): Node[] {
    const steps = [say('recovery.step_choose'), say('recovery.step_send'), say('recovery.step_open')];
    return [
        make('p', {}, say('recovery.about')),
        make('ol', {}, ...steps.map((step) => make('li', {}, step))),
        make('p', {}, say('recovery.until_then')),
    ];
}

/** The request is made: it is to be sent. */
export function requestForm(say: Say, fileName: string, save: () => void, back: () => void): BootForm {
    const button = make('button', { type: 'button', class: 'primary' }, say('recovery.save'));
    const done = make('p', { role: 'status', class: 'hint' });
    button.addEventListener('click', () => {
        save();
        done.textContent = say('recovery.saved', { file: fileName });
    });
    return {
        element: make(
            'div',
            { class: 'form' },
            make('p', { class: 'words' }, fileName),
            make('p', { class: 'note' }, say('recovery.next')),
            make('div', { class: 'beside' }, button, quietButton(say('recovery.to_lock_screen'), back)),
            done,
        ),
        focus: () => button.focus(),
        refused: (words) => (done.textContent = words),
    };
}

/** The office's answer has come: the file, and the passcode that was chosen for it. */
export function answerForm(say: Say, send: (answer: Answer) => void, back: () => void): BootForm {
    const file = field(say('recovery.file'), say('recovery.file_hint'), { type: 'file' });
    const passcode = passcodeField(say, say('recovery.new_passcode'), say('recovery.new_passcode_hint'));
    const button = mainButton(say('recovery.open'));
    const element = make(
        'form',
        {},
        file.element,
        passcode.element,
        make('div', { class: 'beside' }, button.element, quietButton(say('boot.back'), back)),
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
        file.complain(wrong ? say(wrong) : '');
        passcode.complain(passcode.input.value ? '' : say('recovery.no_passcode'));
        if (!chosen || wrong) file.input.focus();
        else if (!passcode.input.value) passcode.input.focus();
        else {
            button.work(say('recovery.opening'));
            const words = passcode.take();
            chosen.arrayBuffer().then(
                (content) => send({ passcode: words, file: new Uint8Array(content) }),
                () => refused(say('recovery.unreadable')),
            );
        }
    });
    return { element, focus: () => file.input.focus(), refused };
}

function complaintOf(file: File | undefined): PlainWord | undefined {
    if (!file) return 'recovery.no_file';
    if (file.size === 0) return 'recovery.empty_file';
    return file.size > largestAnswer ? 'recovery.large_file' : undefined;
}
