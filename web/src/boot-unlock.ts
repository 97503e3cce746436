// The unlock form.
// Never says more of a wrong passcode than that it is wrong.
import { mainButton, passcodeField } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';

export function unlockForm(send: (passcode: string) => void): BootForm {
    const passcode = passcodeField('Passcode', '');
    const button = mainButton('Unlock');
    const element = make('form', {}, passcode.element, make('div', {}, button.element));
    element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (button.busy()) return;
        const value = passcode.take();
        if (value === '') {
            passcode.complain('Type your passcode.');
            passcode.input.focus();
            return;
        }
        button.work('Unlocking…');
        send(value);
    });
    return {
        element,
        focus: () => passcode.input.focus(),
        refused(words) {
            button.rest();
            passcode.complain(words);
            passcode.input.focus();
        },
    };
}
