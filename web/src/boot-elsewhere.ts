// What a tab shows that does not have the notebook, because another one has it.
// Never takes it by itself.
import { mainButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';
import type { Say } from './words';

export interface ElsewhereActions {
    /** Asks the other tab for the notebook. */
    take(): void;
    tryAgain(): void;
}

/** `note` says how an earlier try ended; empty before one. */
export function elsewhereForm(say: Say, label: string, actions: ElsewhereActions, note = ''): BootForm {
    const take = mainButton(label);
    const again = make('button', { type: 'button' }, say('boot.try_again'));
    const progress = make('p', { role: 'status', class: 'hint' });
    const error = make('p', { role: 'alert', class: 'error' }, note);
    const element = make(
        'form',
        {},
        make('div', { class: 'beside' }, take.element, again),
        progress,
        error,
    );
    again.addEventListener('click', actions.tryAgain);
    element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (take.busy()) return;
        take.work(say('elsewhere.taking'));
        error.textContent = '';
        progress.textContent = say('elsewhere.taking_about');
        actions.take();
    });
    return {
        element,
        focus: () => take.element.focus(),
        refused(words) {
            take.rest();
            progress.textContent = '';
            error.textContent = words;
            take.element.focus();
        },
    };
}
