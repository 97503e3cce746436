// The page's start: plain boot screens first, the app when the engine has unlocked the notebook.
// Never lets the passcode past this side of the worker: it goes there and nowhere else.
import { prepareApp, type RunningApp } from './app';
import { passcodeWords } from './assets';
import { bootView } from './boot-view';
import { type EngineClient, startEngine } from './engine-client';
import type { FromWorker } from './messages';
import { controlled } from './service';

const host = document.getElementById('boot');
if (!host) throw new Error('index.html lost its boot element');
const view = bootView(host);
const reload = (): void => location.reload();

/** What stands between the first state and the app. */
interface Session {
    readonly engine: EngineClient;
    readonly waiting: Uint8Array<ArrayBuffer>[]; // events that came before the app was there
    app: RunningApp | undefined;
    unlocked: boolean;
    failing: boolean; // something is sealed and not stored yet
    locking: boolean; // locked, but the page must stay until that is stored
}

function wordsOf(reason: unknown): string {
    return reason instanceof Error ? reason.message : 'Something went wrong that Daybook does not know.';
}

async function startApp(session: Session, prepared: ReturnType<typeof prepareApp>): Promise<void> {
    view.ready(3, 'Opening the notebook…');
    const app = (await prepared)((command) => session.engine.send({ type: 'command', bytes: command }));
    for (const event of session.waiting.splice(0)) app.receive(event);
    session.app = app;
    app.show();
    view.leave();
    await navigator.storage.persist?.();
}

/** The page goes, and with it every word in it. What is sealed and not stored yet is waited for. */
function lock(session: Session): void {
    if (!session.failing) {
        reload();
        return;
    }
    session.locking = true;
    session.app?.hide();
    session.app = undefined;
    view.problem(
        'Daybook is locked',
        'The last changes could not be stored yet. They are kept, sealed, as long as this page stays open, and Daybook ' +
            'keeps trying. Make room on this device if it is full.',
        'Try now',
        () => session.engine.send({ type: 'retry' }),
    );
}

async function firstStart(session: Session): Promise<void> {
    // Without the list a passcode of one's own is still possible.
    const words = await passcodeWords().catch((): readonly string[] => []);
    view.firstStart(words, (start) => session.engine.send({ type: 'first-start', ...start }));
}

function changeState(session: Session, message: FromWorker & { type: 'state' }, prepared: ReturnType<typeof prepareApp>): void {
    switch (message.state) {
        case 'first-start':
            void firstStart(session);
            return;
        case 'locked':
            if (session.unlocked) {
                lock(session);
                return;
            }
            view.unlock(message.words, (passcode) => session.engine.send({ type: 'unlock', passcode }));
            return;
        case 'unlocked':
            if (session.unlocked) return;
            session.unlocked = true;
            startApp(session, prepared).catch((reason: unknown) => {
                console.error(reason);
                view.problem('Daybook cannot be shown', wordsOf(reason), 'Reload', reload);
            });
            return;
        case 'unusable':
            view.problem('The notebook cannot be opened', message.words, 'Try again', reload);
            return;
    }
}

function hear(session: Session, message: FromWorker, prepared: ReturnType<typeof prepareApp>): void {
    switch (message.type) {
        case 'event':
            if (session.app) session.app.receive(message.bytes);
            else session.waiting.push(message.bytes);
            return;
        case 'state':
            changeState(session, message, prepared);
            return;
        case 'refused':
            if (!session.unlocked) view.refused(message.words);
            return;
        case 'lock-times':
        case 'recovery-request':
        case 'stays':
            return; // not yet
        case 'wanted-elsewhere':
            session.app?.flush();
            session.engine.send({ type: 'let-go' });
            return;
        case 'let-go':
            session.app?.hide();
            session.app = undefined;
            view.problem(
                'Daybook is now open in another tab',
                'The notebook is written by one tab or window at a time. Everything that was typed here is stored.',
                'Use it here again',
                reload,
            );
            return;
        case 'elsewhere':
            view.problem(
                'Daybook is open in another tab',
                message.words || 'The notebook is written by one tab or window at a time. What is typed there is stored first.',
                'Use it here',
                () => session.engine.send({ type: 'take' }),
            );
            return;
        case 'cleared':
            if (session.app) view.warn('What was stored here was cleared', message.words, 'Reload', reload);
            else view.problem('What was stored here was cleared', message.words, 'Reload', reload);
            return;
        case 'storage-refused':
            view.problem('Daybook cannot store anything here', message.words, 'Try again', reload);
            return;
        case 'storing':
            session.failing = message.failing;
            if (session.locking && !message.failing) reload();
            return;
        case 'broken':
            if (session.app) view.warn('Daybook had to stop', message.words, 'Reload', reload);
            else view.problem('Daybook had to stop', message.words, 'Reload', reload);
            return;
    }
}

async function start(): Promise<void> {
    view.ready(1, 'Getting ready to work without a connection…');
    await controlled();
    view.ready(2, 'Opening the notebook…');
    const prepared = prepareApp();
    prepared.catch(() => {}); // heard where it is awaited
    const session: Session = {
        engine: startEngine((message) => hear(session, message, prepared)),
        waiting: [],
        app: undefined,
        unlocked: false,
        failing: false,
        locking: false,
    };
}

/** The app's module ended itself: its words can still be read, and nothing in it works any more. */
window.addEventListener('error', (event) => {
    if (!(event.error instanceof WebAssembly.RuntimeError || event.error instanceof WebAssembly.Exception)) return;
    view.warn(
        'Daybook had to stop',
        'Something in Daybook went wrong. What was saved is still stored. Copy what you typed last, then reload the page.',
        'Reload',
        reload,
    );
});

start().catch((reason: unknown) => view.problem('Daybook cannot start here', wordsOf(reason), 'Try again', reload));
