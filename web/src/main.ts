// The page's start: plain boot screens first, the app when the engine has unlocked the notebook.
// Never decides by itself what becomes of words: they are the app's and the worker's.
import { beginAnew } from './anew';
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
import { chosenLanguage } from './language';
import { lockByItself } from './locking';
import type { FromWorker } from './messages';
import { keepDroppedFilesOff } from './photographs';
import { controlled, whenReplaced } from './service';
import { reload, type Session } from './session';
import { shadeWhenHidden } from './shade';
import { showTextSize } from './text-size';
import { type Unlocking, unlocking } from './unlocking';
import { type Updates, watchUpdates } from './updates';
import { type PlainWord, Told } from './words';

showTextSize();
const host = document.getElementById('boot');
if (!host) throw new Error('index.html lost its boot element');
const words = await chosenLanguage();
const { say } = words;
document.documentElement.lang = words.language;
const view = bootView(host, say);
let session: Session | undefined;

function why(reason: unknown): string {
    if (reason instanceof Told) return say(reason.word);
    return reason instanceof Error ? reason.message : say('problem.unknown');
}

/** Asks the browser not to clear the storage by itself; some show a question. */
function keepStorage({ facts }: Session): void {
    void Promise.resolve(navigator.storage?.persist?.()).then(
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
        if (!(reason instanceof NotGiven)) session.facts?.noAuthenticator();
        if (!(reason instanceof Told)) console.error(reason);
        const about = say(reason instanceof Told ? reason.word : 'authenticator.failed');
        view.warn(say('authenticator.title'), about, say('boot.go_on'), () => view.leave());
    }
}

function grant(session: Session, wish: number): void {
    if (wish === Wish.keepStorage) keepStorage(session);
    else if (wish === Wish.update) update(session);
    else if (wish === Wish.useAuthenticator) void useAuthenticator(session);
    else if (wish === Wish.lookAgain) session.facts?.lookAgain();
    else if (wish === Wish.takePhotographs) session.app?.choosePhotographs();
    else if (wish === Wish.lock) lockNow(session);
}

async function startApp(session: Session, prepared: Promise<StartApp>): Promise<void> {
    view.ready(3, say('boot.opening'));
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
        view.problem(say('problem.cannot_show'), why(reason), say('boot.reload'), reload);
    });
}

function showElsewhere(session: Session, note: string): void {
    const take = (): void => {
        session.asking = true;
        session.engine.send({ type: 'take' });
    };
    const form = elsewhereForm(say, say('elsewhere.use_here'), { take, tryAgain: reload }, note);
    view.form(say('elsewhere.title'), form, make('p', {}, say('elsewhere.about')));
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
            view.problem(say('problem.cannot_open'), words.translated(message.words), say('boot.try_again'), reload);
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
        case 'one-copy':
            way.keepsOneCopy();
            return;
        case 'refused':
            if (!session.unlocked) view.refused(words.translated(message.words));
            return;
        case 'kept-elsewhere':
            if (!session.unlocked) view.refused(say(message.why));
            return;
        case 'lock-times':
            session.lockTimes = message;
            session.locking?.change(message);
            return;
        case 'recovery-request':
            way.requested(message.name, message.file);
            return;
        case 'elsewhere':
            showElsewhere(session, session.asking ? say('elsewhere.did_not_let_go') : '');
            return;
        case 'wanted-elsewhere':
            handOver(session);
            return;
        case 'let-go':
            letGo(session);
            return;
        case 'storage-refused':
            view.problem(
                say('problem.cannot_store'),
                say('problem.cannot_store_about'),
                say('boot.try_again'),
                reload,
            );
            return;
        case 'storing':
            storing(session, message.failing);
            return;
        case 'cleared':
            cleared(session);
            return;
        case 'broken':
            broken(session, message.why);
            return;
    }
}

/** What was stored was taken away under the open page, which goes on. */
function cleared(session: Session): void {
    if (session.leaving) return;
    const [title, about] = [say('problem.cleared'), say('problem.cleared_about')];
    if (session.app) view.warn(title, about, say('boot.go_on'), () => view.leave());
    else view.problem(title, about, say('boot.load_again'), reload);
}

/** The worker cannot go on: what is on the screen can still be read, unless it was to be locked. */
function broken(session: Session, word: PlainWord): void {
    if (session.leaving === 'lock') {
        beginAnew();
        return;
    }
    stay(session);
    const show = session.app ? view.warn : view.problem;
    show(say('problem.stopped'), say(word), say('boot.reload'), reload);
}

async function start(afterGiving: boolean): Promise<void> {
    view.ready(1, say('boot.ready_offline'));
    await controlled();
    const prepared = prepareApp(words.table);
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
        words,
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
    const way = unlocking(view, engine, words);
    session = begun;
    view.ready(2, say('boot.opening'));
    if (!afterGiving) void way.expect();
}

function begin(afterGiving = false): void {
    start(afterGiving).catch((reason: unknown) => view.problem(say('problem.cannot_start'), why(reason), say('boot.try_again'), reload));
}

/** Before anything is started: the other tab may be working. */
function showGivenAway(): void {
    const form = elsewhereForm(say, say('elsewhere.use_here_again'), { take: () => begin(true), tryAgain: reload });
    view.form(say('elsewhere.given_title'), form, make('p', {}, say('elsewhere.given_about')));
}

/** The app's module ended itself: its words can still be read, and nothing in it works any more. */
window.addEventListener('error', (event) => {
    if (!(event.error instanceof WebAssembly.RuntimeError || event.error instanceof WebAssembly.Exception)) return;
    if (session?.leaving) return;
    session?.app?.die();
    view.warn(say('problem.stopped'), say('problem.stopped_about'), say('boot.reload'), reload);
});

shadeWhenHidden();
keepDroppedFilesOff();
whenReplaced(() => overtaken(session));
if (wasGivenAway()) showGivenAway();
else begin();
