// The plain cover that lies over the page while it is not looked at, so that the task switcher's picture has no words.
// Never takes the cover off a page that is still hidden.
import { make } from './dom';

export function shadeWhenHidden(): void {
    const shade = make('div', { id: 'shade', 'aria-hidden': 'true', hidden: true }, 'Daybook');
    document.body.append(shade);
    const look = (): void => {
        shade.hidden = document.visibilityState !== 'hidden';
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', () => (shade.hidden = false));
    window.addEventListener('pageshow', look);
    look();
}
