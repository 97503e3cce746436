// The page's start: plain boot screens first, the app when the engine has unlocked the notebook.
// Never decides by itself what becomes of words: they are the app's and the worker's.
import { prepareApp, type StartApp } from './app';
import { Wish } from './app-host';
import { makeCredential, NotGiven } from './authenticator';
import { elsewhereForm } from './boot-elsewhere';
import { bootView } from './boot-view';
import { watchFacts } from './device-facts';
import { make } from './dom';
import { startEngine } from './engine-client';
import { keepInMind } from './had-notebook';
import { handOver, letGo, locked, lockNow, overtaken, stay, storing, update, wasGivenAway } from './leaving';
import { lockByItself } from './locking';
import type { FromWorker } from './messages';
import { controlled, whenReplaced } from './service';
import { reload, type Session } from './session';
import { shadeWhenHidden } from './shade';
import { showTextSize } from './text-size';
import { type Unlocking, unlocking } from './unlocking';
import { type Updates, watchUpdates } from './updates';

showTextSize();
const host = document.getElementById('boot');
if (!host) throw new Error('index.html lost its boot element');
const view = bootView(host);
let session: Session | undefined;

function wordsOf(reason: unknown): string {
    return reason instanceof Error ? reason.message : 'Something went wrong that Daybook does not know.';
}

/** Asks the browser not to clear the storage by itself; some show a question. */
function keepStorage({ facts }: Session): void {
    void Promise.resolve(navigator.storage.persist?.()).then(
        () => facts?.lookAgain(),
        () => {}, // the answer shows in the facts
    );
}

async function useAuthenticator(session: Session): Promise<void> {
    try {
        const { credential, salt, secret } = await makeCredential();
        session.engine.send({ type: 'set-quick', credential, salt, secret });
        secret.fill(0);
    } catch (reason) {
        const given = !(reason instanceof NotGiven);
        if (given) session.facts?.noAuthenticator();
        view.warn(
            'This device does not unlock Daybook',
            given
                ? `${wordsOf(reason)} Nothing was changed. The passcode opens the notebook as before.`
                : 'The device was not asked, or did not agree. Nothing was changed. The passcode opens the notebook as before.',
            'Go on',
            () => view.leave(),
        );
    }
}

function grant(session: Session, wish: number): void {
    if (wish === Wish.keepStorage) keepStorage(session);
    else if (wish === Wish.update) update(session);
    else if (wish === Wish.useAuthenticator) void useAuthenticator(session);
    else if (wish === Wish.lookAgain) session.facts?.lookAgain();
}

async function startApp(session: Session, prepared: Promise<StartApp>): Promise<void> {
    view.ready(3, 'Opening the notebook…');
    const start = await prepared;
    if (session.leaving) return; // it was locked meanwhile
    const app = start({
        send: (command) => session.engine.send({ type: 'command', bytes: command }),
        wish: (wish) => queueMicrotask(() => grant(session, wish)), // not inside the app's own frame
        noted: () => keepStorage(session), // not before: who only looks around is asked nothing
    });
    for (const event of session.early.splice(0)) app.receive(event);
    session.app = app;
    app.show();
    view.leave();
    session.facts = watchFacts((facts) => session.app?.learn(facts), session.updates.ready);
}

function open(session: Session, prepared: Promise<StartApp>): void {
    if (session.unlocked) return;
    session.unlocked = true;
    keepInMind();
    session.locking = lockByItself(() => lockNow(session), session.lockTimes);
    startApp(session, prepared).catch((reason: unknown) => {
        console.error(reason);
        view.problem('Daybook cannot be shown', wordsOf(reason), 'Reload', reload);
    });
}

function showElsewhere(session: Session, note: string): void {
    const take = (): void => {
        session.asking = true;
        session.engine.send({ type: 'take' });
    };
    const words =
        'The notebook is written by one tab or window at a time. When you use it here, the other one stores its last words ' +
        'and closes it.';
    const form = elsewhereForm('Use it here', { take, tryAgain: reload }, note);
    view.form('Daybook is open in another tab', form, make('p', {}, words));
}

function changeState(
    session: Session,
    way: Unlocking,
    message: FromWorker & { type: 'state' },
    prepared: Promise<StartApp>,
): void {
    session.asking = false;
    switch (message.state) {
        case 'first-start':
            way.firstStart();
            return;
        case 'locked':
            if (session.unlocked) locked(session);
            else way.show(message);
            return;
        case 'unlocked':
            open(session, prepared);
            return;
        case 'unusable':
            view.problem('The notebook cannot be opened', message.words, 'Try again', reload);
            return;
    }
}

function hear(session: Session, way: Unlocking, message: FromWorker, prepared: Promise<StartApp>): void {
    switch (message.type) {
        case 'event':
            if (session.app) session.app.receive(message.bytes);
            else session.early.push(message.bytes);
            return;
        case 'state':
            changeState(session, way, message, prepared);
            return;
        case 'refused':
            if (!session.unlocked) view.refused(message.words);
            return;
        case 'lock-times':
            session.lockTimes = message;
            session.locking?.change(message);
            return;
        case 'recovery-request':
            way.requested(message.name, message.file);
            return;
        case 'elsewhere':
            showElsewhere(session, session.asking ? 'The other tab did not let go. Close it, then try again.' : '');
            return;
        case 'wanted-elsewhere':
            handOver(session);
            return;
        case 'let-go':
            letGo(session);
            return;
        case 'storage-refused':
            view.problem('Daybook cannot store anything here', message.words, 'Try again', reload);
            return;
        case 'storing':
            storing(session, message.failing);
            return;
        case 'cleared':
            cleared(session, message.words);
            return;
        case 'broken':
            broken(session, message.words);
            return;
    }
}

/** What was stored was taken away under the open page, which goes on. */
function cleared(session: Session, words: string): void {
    if (session.leaving) return;
    const title = 'What was stored here was cleared';
    if (session.app) view.warn(title, words, 'Go on', () => view.leave());
    else view.problem(title, words, 'Load again', reload);
}

/** The worker cannot go on: what is on the screen can still be read, unless it was to be locked. */
function broken(session: Session, words: string): void {
    if (session.leaving === 'lock') {
        reload();
        return;
    }
    stay(session);
    if (session.app) view.warn('Daybook had to stop', words, 'Reload', reload);
    else view.problem('Daybook had to stop', words, 'Reload', reload);
}

async function start(afterGiving: boolean): Promise<void> {
    view.ready(1, 'Getting ready to work without a connection…');
    await controlled();
    const prepared = prepareApp();
    prepared.catch(() => {}); // heard where it is awaited
    const updates: Updates = watchUpdates(() => session?.facts?.lookAgain());
    const engine = startEngine((message) => {
        // Whoever asked for the notebook back does not want to be asked again.
        if (message.type === 'elsewhere' && afterGiving) {
            afterGiving = false;
            begun.asking = true;
            engine.send({ type: 'take' });
        } else {
            hear(begun, way, message, prepared);
        }
    });
    const begun: Session = {
        view,
        engine,
        updates,
        early: [],
        app: undefined,
        facts: undefined,
        locking: undefined,
        lockTimes: { hidden: 120, idle: 600 },
        unlocked: false,
        failing: false,
        leaving: undefined,
        locked: false,
        asking: false,
    };
    const way = unlocking(view, engine);
    session = begun;
    view.ready(2, 'Opening the notebook…');
    if (!afterGiving) void way.expect();
}

function begin(afterGiving = false): void {
    start(afterGiving).catch((reason: unknown) => view.problem('Daybook cannot start here', wordsOf(reason), 'Try again', reload));
}

/** Before anything is started: the other tab may be working. */
function showGivenAway(): void {
    const form = elsewhereForm('Use it here again', { take: () => begin(true), tryAgain: reload });
    view.form(
        'Daybook is now open in another tab',
        form,
        make('p', {}, 'Everything that was written here is stored. You can go on in the other tab.'),
    );
}

/** The app's module ended itself: its words can still be read, and nothing in it works any more. */
window.addEventListener('error', (event) => {
    if (!(event.error instanceof WebAssembly.RuntimeError || event.error instanceof WebAssembly.Exception)) return;
    if (session?.leaving) return;
    session?.app?.die();
    view.warn(
        'Daybook had to stop',
        'Something in Daybook went wrong. What was saved is still stored. Copy what you typed last, then reload the page.',
        'Reload',
        reload,
    );
});

shadeWhenHidden();
whenReplaced(() => overtaken(session));
if (wasGivenAway()) showGivenAway();
else begin();
