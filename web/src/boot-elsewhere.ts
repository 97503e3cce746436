// What a tab shows that does not have the notebook, because another one has it.
// Never takes it by itself.
import { mainButton } from './boot-fields';
import type { BootForm } from './boot-view';
import { make } from './dom';

export interface ElsewhereActions {
    /** Asks the other tab for the notebook. */
    take(): void;
    tryAgain(): void;
}

/** `note` says how an earlier try ended; empty before one. */
export function elsewhereForm(label: string, actions: ElsewhereActions, note = ''): BootForm {
    const take = mainButton(label);
    const again = make('button', { type: 'button' }, 'Try again');
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
        take.work('Taking the notebook over…');
        error.textContent = '';
        progress.textContent = 'The other tab stores its last words and lets go of the notebook.';
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
