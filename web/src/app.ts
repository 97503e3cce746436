// Puts the app module on the page: canvas, frames, pointers, mirror and editors.
// Never draws before the engine has unlocked the notebook.
import createApp from '@modules/daybook_app.mjs';
import appUrl from '@modules/daybook_app.wasm?url';
import { appHost } from './app-host';
import type { AppModule } from './app-module';
import { loadAssets } from './assets';
import type { DeviceFacts } from './device-facts';
import { sheet } from './dom';
import { type Editors, makeEditors } from './editors';
import { type Files, makeFiles } from './files';
import { type Frames, framesOf } from './frames';
import { keyPress } from './keys';
import { type Mirror, makeMirror } from './mirror';
import css from './mirror.css?inline';
import { type Pen, Phase, packed, penOn } from './pen';
import { makePhotographs } from './photographs';
import { makePictures, type Pictures } from './pictures';
import { listenToPointers } from './pointer';
import { screenLight } from './screen-light';
import { watchSurroundings } from './surroundings';
import { viewMove } from './view-keys';
import { compile, instantiation, withBytes, withText } from './wasm';
import { Told } from './words';

export interface RunningApp {
    /** Draws from now on. */
    show(): void;
    receive(event: Uint8Array): void;
    /** What was typed is sent, now. */
    flush(): void;
    learn(facts: DeviceFacts): void;
    /** Opens the platform's picker. Only within a gesture. */
    choosePhotographs(): void;
    /** Resolves when no photograph is on its way in any more; nothing if none is. */
    photographsIn(): Promise<void> | undefined;
    /** Nobody can type or press anything; or they can again. */
    rest(resting: boolean): void;
    /** The module does nothing any more: its words can still be read and copied. */
    die(): void;
    /** Nothing of it is to be seen or heard any more, and nothing that it knew is left. */
    hide(): void;
}

/** What the app asks of the page. */
export interface AppCalls {
    send(command: Uint8Array<ArrayBuffer>): void;
    /** A PlatformWish (platform/device_facts.h). */
    wish(wish: number): void;
    /** The first words that were typed are on their way. */
    noted(): void;
}

export type StartApp = (calls: AppCalls) => RunningApp;

/** What the app module's calls of the page need before the rest of the page's side is there. */
interface Late {
    calls: AppCalls | undefined;
    flush(): void;
    unsent: ReturnType<typeof setTimeout> | undefined; // runs while something that was typed was not sent yet
    typed: 'nothing' | 'something' | 'said';
    frames: Frames | undefined;
    mirror: Mirror | undefined;
    editors: Editors | undefined;
    files: Files | undefined;
    nodes: Uint8Array | undefined; // of this frame, if they changed
    fields: Uint8Array | undefined;
    places: Uint8Array | undefined; // of pictures
    pictures: Pictures | undefined;
    pen: Pen | undefined;
}

const patience = 800; // ms: with what storing takes, nothing typed is older than a second before it is stored

/** Fetches and compiles all that the app needs, so that it can start at once. `words` is its table, if it is not English. */
export async function prepareApp(words: Uint8Array | undefined): Promise<StartApp> {
    const [wasm, assets] = await Promise.all([compile(appUrl), loadAssets(words)]);
    const canvas = document.getElementById('canvas');
    const host = document.getElementById('mirror');
    if (!(canvas instanceof HTMLCanvasElement) || !host) throw new Error('index.html lost its canvas');
    const late: Late = {
        calls: undefined,
        flush: () => {},
        unsent: undefined,
        typed: 'nothing',
        frames: undefined,
        mirror: undefined,
        editors: undefined,
        files: undefined,
        nodes: undefined,
        fields: undefined,
        places: undefined,
        pictures: undefined,
        pen: undefined,
    };
    const screen = screenLight();
    let module: AppModule | undefined;
    const loaded = await new Promise<AppModule>((resolve, reject) => {
        const calls = appHost({
            assets,
            module: () => module as AppModule,
            wake: () => late.frames?.wake(),
            wakeAt: (unixMs) => late.frames?.wakeAt(unixMs),
            send(command) {
                clearTimeout(late.unsent);
                late.unsent = undefined;
                late.calls?.send(command);
                if (late.typed !== 'something') return;
                late.typed = 'said';
                late.calls?.noted();
            },
            flush: () => late.flush(),
            chooseFile: (number, accept, mostBytes) => late.files?.choose(number, accept, mostBytes),
            showNodes: (packet) => (late.nodes = packet),
            showFields: (packet) => (late.fields = packet),
            showPictures: (packet) => (late.places = packet),
            givePicture: (handle, detail, mediaType, content) =>
                late.pictures?.give(handle, detail, mediaType, content),
            dropPicture: (handle) => late.pictures?.drop(handle),
            wish: (wish) => late.calls?.wish(wish),
            keepLit: screen.keepLit,
            takeInk: (paper) => late.pen?.takes(paper),
            focusNode: (node) => late.mirror?.wantFocus(node),
            caretOf: (field) => late.editors?.caret(field),
            insertText: (field, at, text) => late.editors?.insert(field, at, text),
            showCursor: (name) => (canvas.style.cursor = name),
        });
        createApp({ host: calls, instantiateWasm: instantiation(wasm, reject) }).then(resolve, reject);
    });
    module = loaded;
    return (calls) => {
        late.calls = calls;
        return run(loaded, canvas, host, late);
    };
}

function run(module: AppModule, canvas: HTMLCanvasElement, host: HTMLElement, late: Late): RunningApp {
    const app = module._daybook_app_new();
    if (app === 0) {
        throw new Told('problem.no_graphics');
    }
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(css)];
    const graphics = { lost: false };

    const editors: Editors = makeEditors(root, {
        changed(field, start, erased, inserted) {
            withText(module, inserted, (pointer, size) =>
                module._daybook_app_text_changed(app, field, start, erased, pointer, size),
            );
            if (late.typed === 'nothing') late.typed = 'something';
            late.unsent ??= setTimeout(flush, patience); // the app itself sends with its frames, which may not come
        },
        focused: (field, here) => module._daybook_app_text_focus(app, field, here),
        chosen: (field, start, end) => module._daybook_app_text_chosen(app, field, start, end),
        submitted: (field) => module._daybook_app_text_submitted(app, field),
        wheel(x, y, byX, byY) {
            // The canvas beneath a field does not see the pointer: it is told where it is, and that it went.
            module._daybook_app_pointer_at(app, 0, x, y);
            module._daybook_app_scroll(app, byX, byY);
            module._daybook_app_pointer_gone(app);
        },
        wake: () => frames.wake(),
    });
    const mirror = makeMirror(root, editors, {
        activate(node) {
            frames.pass(); // what was typed since the last frame belongs to the screen that is left
            module._daybook_app_activate(app, node);
            frames.now();
        },
        focus(node) {
            module._daybook_app_focus(app, node);
            frames.wake();
        },
    });
    const pictures = makePictures(root, (handle, width, height) => {
        module._daybook_app_picture_decoded(app, handle, width, height);
        frames.wake();
    });
    const photographs = makePhotographs({
        coming(number) {
            const may = module._daybook_app_photograph_coming(app, number) !== 0;
            frames.wake();
            return may;
        },
        ready(number, jpeg) {
            withBytes(module, jpeg, (pointer, size) =>
                module._daybook_app_photograph_ready(app, number, pointer, size),
            );
            frames.wake();
        },
        failed(number, fault, megapixels) {
            module._daybook_app_photograph_failed(app, number, fault, megapixels);
            frames.wake();
        },
    });
    const files = makeFiles({
        chosen(number, name, content) {
            withText(module, name, (namePointer, nameSize) =>
                withBytes(module, content, (pointer, size) =>
                    module._daybook_app_file_chosen(app, number, namePointer, nameSize, pointer, size),
                ),
            );
            frames.wake();
        },
        failed(number, fault) {
            module._daybook_app_file_failed(app, number, fault);
            frames.wake();
        },
    });
    const frames = framesOf((seconds) => {
        const more = module._daybook_app_frame(app, seconds, !graphics.lost) !== 0;
        const { fields, places, nodes } = late;
        late.fields = late.places = late.nodes = undefined;
        if (fields) editors.sync(fields);
        if (places) pictures.sync(places);
        if (nodes) mirror.sync(nodes);
        editors.settle();
        mirror.settle();
        return more;
    });
    const pen = penOn((points, phase, end) => {
        if (phase === Phase.down) frames.pass(); // the sheet is where it was scrolled to
        withBytes(module, packed(points), (pointer) =>
            module._daybook_app_pen(app, pointer, points.length, phase, end),
        );
    });
    late.pen = pen;
    late.frames = frames;
    late.mirror = mirror;
    late.editors = editors;
    late.files = files;
    late.pictures = pictures;

    let dead = false;
    const flush = (): void => {
        if (dead) return;
        clearTimeout(late.unsent);
        late.unsent = undefined;
        frames.pass(); // what was typed since the last frame reaches the drafts first
        module._daybook_app_flush(app);
    };
    late.flush = flush;
    return {
        show() {
            listen(module, app, canvas, frames, mirror, pen, graphics, () => host.inert);
            flushWhenHidden(flush);
            frames.now();
        },
        receive(event) {
            withBytes(module, event, (pointer, size) => module._daybook_app_receive(app, pointer, size));
            frames.wake();
        },
        flush,
        choosePhotographs() {
            flush(); // while a camera is in front, the browser may end this page
            photographs.choose();
        },
        photographsIn: photographs.allIn,
        learn(facts) {
            const { cached, installed, persistent, authenticator, clearedWhenUnused, updateReady, used, quota } = facts;
            module._daybook_app_learn(
                app,
                cached,
                installed,
                persistent,
                authenticator,
                clearedWhenUnused,
                updateReady,
                used,
                quota,
            );
        },
        rest(resting) {
            host.inert = resting;
            host.style.visibility = resting ? 'hidden' : '';
        },
        die() {
            dead = true;
            clearTimeout(late.unsent);
            frames.stop();
            editors.close();
            photographs.stop();
            files.stop();
        },
        hide() {
            dead = true;
            clearTimeout(late.unsent);
            frames.stop();
            photographs.stop();
            files.stop();
            pictures.close();
            canvas.hidden = true;
            host.hidden = true;
            root.replaceChildren();
            end(module);
        },
    };
}

function listen(
    module: AppModule,
    app: number,
    canvas: HTMLCanvasElement,
    frames: Frames,
    mirror: Mirror,
    pen: Pen,
    graphics: { lost: boolean },
    resting: () => boolean,
): void {
    listenToPointers(canvas, pen, {
        at: (kind, x, y) => module._daybook_app_pointer_at(app, kind, x, y),
        gone: () => module._daybook_app_pointer_gone(app),
        button: (button, down) => module._daybook_app_pointer_button(app, button, down),
        scroll: (x, y) => module._daybook_app_scroll(app, x, y),
        pinch: (x, y, by) => module._daybook_app_pinch(app, x, y, by),
        wake: () => frames.wake(),
        now: () => frames.now(),
        touched: () => mirror.release(),
    });
    watchSurroundings(canvas, {
        resize: (width, height, density) => module._daybook_app_resize(app, width, height, density),
        surround({ work, dark, moreContrast, reducedMotion, keyboard, textPercent, singleKeys, forced }) {
            if (forced) {
                const { canvas: paper, canvasText, linkText, buttonText, highlight } = forced;
                module._daybook_app_force_colours(app, paper, canvasText, linkText, buttonText, highlight);
            } else {
                module._daybook_app_free_colours(app);
            }
            module._daybook_app_surround(
                app,
                work.x,
                work.y,
                work.width,
                work.height,
                dark,
                moreContrast,
                reducedMotion,
                keyboard,
                textPercent,
                singleKeys,
            );
        },
        wake: () => frames.wake(),
    });
    document.addEventListener('keydown', (event) => {
        const move = viewMove(event);
        if (move !== undefined) {
            module._daybook_app_move_view(app, move);
            frames.wake();
        }
        const press = resting() ? undefined : keyPress(event);
        const { key, held, typing, repeated } = press ?? { key: 0, held: 0, typing: false, repeated: false };
        if (press && module._daybook_app_press_key(app, key, held, typing, repeated) !== 0) {
            event.preventDefault();
            frames.now(); // within the gesture: a field may get the caret
        }
        if (event.key !== 'Escape' || event.isComposing) return;
        frames.pass(); // what was typed since the last frame belongs to the screen that is left
        module._daybook_app_go_back(app);
        frames.now();
    });
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault(); // only then does the browser give it back
        graphics.lost = true;
    });
    canvas.addEventListener('webglcontextrestored', () => {
        graphics.lost = false;
        module._daybook_app_graphics_restored(app);
        frames.wake();
    });
    const seenAgain = (): void => {
        if (document.visibilityState === 'hidden') return;
        module._daybook_app_draw_anew(app);
        frames.wake();
    };
    window.addEventListener('pageshow', seenAgain);
    document.addEventListener('visibilitychange', seenAgain);
}

/** Nothing of it can be called any more, and its memory is zeros. */
function end(module: AppModule): void {
    for (const door of Object.keys(module)) if (door.startsWith('_daybook_')) Reflect.set(module, door, () => 0);
    module.HEAPU8.fill(0);
}

/** A hidden page may never come back: what was typed is sent now. */
function flushWhenHidden(flush: () => void): void {
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') flush();
    });
    for (const name of ['pagehide', 'blur']) window.addEventListener(name, flush);
    document.addEventListener('freeze', flush);
}
