// The ways in which a page gives its notebook up: locked, handed over to another tab, or for a newer version.
// Never goes before what was typed is with the worker, and never while something that is sealed is not stored.
import { reload, type Session, type Leaving } from './session';

/** Left in the page's history entry, where it outlives the reload: another tab has the notebook. */
const givenAway = 'given-away';

/** Whether the page was reloaded because it gave the notebook away. Says so once. */
export function wasGivenAway(): boolean {
    const given = history.state === givenAway;
    if (given) history.replaceState(null, '');
    return given;
}

/** The page begins anew, without a word in it, and starts nothing: another tab has the notebook. */
function giveAway(): void {
    history.replaceState(givenAway, '');
    reload();
}

/** A newer version was started by another tab: this one is of the old one, and has no notebook to lose. */
export function overtaken(session: Session | undefined): void {
    if (!session?.unlocked && !session?.leaving) giveAway();
}

/** Covers the app, and sends what was typed. */
function cover(session: Session, leaving: Leaving, title: string, words: string): void {
    session.leaving = leaving;
    session.view.busy(title, words);
    try {
        session.app?.flush();
    } catch (reason) {
        console.error(reason); // the app has ended itself: what it had sent is kept
    }
    session.app?.rest(true);
}

/** The app goes on: the notebook stays in this page's hands. */
export function stay(session: Session): void {
    if (session.leaving === undefined || session.leaving === 'lock') return;
    session.leaving = undefined;
    session.app?.rest(false);
    session.view.leave();
}

/** It is time, by the lock times. */
export function lockNow(session: Session): void {
    if (session.leaving) return; // covered already, and on its way
    cover(session, 'lock', 'Daybook is locking', 'Storing the last words…');
    session.engine.send({ type: 'lock' });
}

/** The engine has forgotten its keys. The page goes, and with it every word in it. */
export function locked(session: Session): void {
    if (session.leaving === 'hand-over' || session.leaving === 'update') return; // 'let-go' comes
    if (!session.failing) {
        reload();
        return;
    }
    session.leaving = 'lock';
    session.locked = true;
    stopAll(session);
    session.view.problem(
        'Daybook is locked',
        'The last changes could not be stored yet. They are kept, sealed, as long as this page stays open, and Daybook ' +
            'keeps trying. Make room on this device if it is full.',
        'Try now',
        () => session.engine.send({ type: 'retry' }),
    );
}

/** Another tab asks for the notebook. It is not given while something waits to be stored: only this page has that. */
export function handOver(session: Session): void {
    if (session.leaving || session.failing) return;
    cover(session, 'hand-over', 'Daybook is opening in another tab', 'Storing the last words…');
    session.engine.send({ type: 'let-go' });
}

/** A newer version is ready, and the person wants it now. */
export function update(session: Session): void {
    if (session.leaving || !session.updates.ready()) return;
    if (session.failing) {
        session.view.warn(
            'The new version waits',
            'The last changes could not be stored yet, so Daybook stays open as it is, and keeps trying. Start the new ' +
                'version when everything is saved.',
            'Go on',
            () => session.view.leave(),
        );
        return;
    }
    cover(session, 'update', 'The new version is starting', 'Storing the last words…');
    session.engine.send({ type: 'let-go' });
}

/** Everything is stored and closed, and the worker has let go of the notebook. */
export function letGo(session: Session): void {
    stopAll(session);
    if (session.leaving === 'update') {
        session.updates.start();
        return;
    }
    giveAway();
}

/** Something could not be stored, or all of it is stored after all. */
export function storing(session: Session, failing: boolean): void {
    session.failing = failing;
    if (failing) stay(session);
    else if (session.locked) reload();
}

function stopAll(session: Session): void {
    session.locking?.stop();
    session.facts?.stop();
    session.app?.hide();
    session.app = undefined;
}
