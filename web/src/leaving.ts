// The ways in which a page gives its notebook up: locked, handed over to another tab, or for a newer version.
// Never goes before what was typed is with the worker, and never while something that is sealed is not stored.
import { beginAnew } from './anew';
import { reload, type Session, type Leaving } from './session';
import type { PlainWord } from './words';

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
function cover(session: Session, leaving: Leaving, title: PlainWord): void {
    const { say } = session.words;
    session.leaving = leaving;
    session.view.busy(say(title), say('leaving.last_words'));
    try {
        session.app?.flush();
    } catch (reason) {
        console.error(reason); // the app has ended itself: what it had sent is kept
    }
    session.app?.rest(true);
}

/** The last that the engine hears, once the photographs are in that were on their way: they may be nowhere else. */
function sendLast(session: Session, message: { type: 'lock' | 'let-go' }): void {
    const coming = session.app?.photographsIn();
    const send = (): void => {
        if (session.leaving) session.engine.send(message); // unless the page has been kept meanwhile
    };
    if (coming) void coming.then(send);
    else send();
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
    cover(session, 'lock', 'leaving.locking');
    sendLast(session, { type: 'lock' });
}

/** The engine has forgotten its keys. The page goes, and with it every word in it. */
export function locked(session: Session): void {
    if (session.leaving === 'hand-over' || session.leaving === 'update') return; // 'let-go' comes
    stopAll(session);
    if (!session.failing) {
        beginAnew();
        return;
    }
    session.leaving = 'lock';
    session.locked = true;
    const { say } = session.words;
    const retry = (): void => session.engine.send({ type: 'retry' });
    session.view.problem(say('leaving.locked'), say('leaving.locked_about'), say('leaving.try_now'), retry);
}

/** Another tab asks for the notebook. It is not given while something waits to be stored: only this page has that. */
export function handOver(session: Session): void {
    if (session.leaving || session.failing) return;
    cover(session, 'hand-over', 'leaving.to_other_tab');
    sendLast(session, { type: 'let-go' });
}

/** A newer version is ready, and the person wants it now. */
export function update(session: Session): void {
    if (session.leaving || !session.updates.ready()) return;
    if (session.failing) {
        const { say } = session.words;
        const goOn = (): void => session.view.leave();
        session.view.warn(say('leaving.update_waits'), say('leaving.update_waits_about'), say('boot.go_on'), goOn);
        return;
    }
    cover(session, 'update', 'leaving.updating');
    sendLast(session, { type: 'let-go' });
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
    else if (session.locked) beginAnew();
}

function stopAll(session: Session): void {
    session.locking?.stop();
    session.facts?.stop();
    session.app?.hide();
    session.app = undefined;
}
