// Puts the app module on the page: canvas, frames, pointers, mirror and editors.
// Never draws before the engine has unlocked the notebook.
import createApp from '@modules/daybook_app.mjs';
import appUrl from '@modules/daybook_app.wasm?url';
import { appHost } from './app-host';
import type { AppModule } from './app-module';
import { loadAssets } from './assets';
import { sheet } from './dom';
import { type Editors, makeEditors } from './editors';
import { type Frames, framesOf } from './frames';
import { type Mirror, makeMirror } from './mirror';
import css from './mirror.css?inline';
import { listenToPointers } from './pointer';
import { watchSurroundings } from './surroundings';
import { compile, instantiation, withBytes, withText } from './wasm';

export interface RunningApp {
    /** Draws from now on. */
    show(): void;
    receive(event: Uint8Array): void;
    flush(): void;
    /** Nothing of it is to be seen or heard any more. */
    hide(): void;
}

type Start = (send: (command: Uint8Array<ArrayBuffer>) => void) => RunningApp;

/** What the app module's calls of the page need before the rest of the page's side is there. */
interface Late {
    send(command: Uint8Array<ArrayBuffer>): void;
    frames: Frames | undefined;
    mirror: Mirror | undefined;
    nodes: Uint8Array | undefined; // of this frame, if they changed
    fields: Uint8Array | undefined;
}

/** Fetches and compiles all that the app needs, so that it can start at once. */
export async function prepareApp(): Promise<Start> {
    const [wasm, assets] = await Promise.all([compile(appUrl), loadAssets()]);
    const canvas = document.getElementById('canvas');
    const host = document.getElementById('mirror');
    if (!(canvas instanceof HTMLCanvasElement) || !host) throw new Error('index.html lost its canvas');
    const late: Late = { send: () => {}, frames: undefined, mirror: undefined, nodes: undefined, fields: undefined };
    let module: AppModule | undefined;
    const loaded = await new Promise<AppModule>((resolve, reject) => {
        const calls = appHost({
            assets,
            module: () => module as AppModule,
            wake: () => late.frames?.wake(),
            wakeAt: (unixMs) => late.frames?.wakeAt(unixMs),
            send: (command) => late.send(command),
            showNodes: (packet) => (late.nodes = packet),
            showFields: (packet) => (late.fields = packet),
            wish: () => {}, // not yet
            focusNode: (node) => late.mirror?.wantFocus(node),
            showCursor: (name) => (canvas.style.cursor = name),
        });
        createApp({ host: calls, instantiateWasm: instantiation(wasm, reject) }).then(resolve, reject);
    });
    module = loaded;
    return (send) => {
        late.send = send;
        return run(loaded, canvas, host, late);
    };
}

function run(module: AppModule, canvas: HTMLCanvasElement, host: HTMLElement, late: Late): RunningApp {
    const app = module._daybook_app_new();
    if (app === 0) {
        throw new Error(
            'Daybook draws with WebGL 2, which this browser does not give it. Switch hardware acceleration on, or ' +
                'use an up-to-date browser. What is stored stays as it is.',
        );
    }
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(css)];
    const graphics = { lost: false };

    const editors: Editors = makeEditors(root, {
        changed: (field, start, erased, inserted) =>
            withText(module, inserted, (pointer, size) =>
                module._daybook_app_text_changed(app, field, start, erased, pointer, size),
            ),
        focused: (field, here) => module._daybook_app_text_focus(app, field, here),
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
    const frames = framesOf((seconds) => {
        const more = module._daybook_app_frame(app, seconds, !graphics.lost) !== 0;
        const { fields, nodes } = late;
        late.fields = late.nodes = undefined;
        if (fields) editors.sync(fields);
        if (nodes) mirror.sync(nodes);
        mirror.settle();
        return more;
    });
    late.frames = frames;
    late.mirror = mirror;

    const flush = (): void => {
        frames.pass(); // what was typed since the last frame reaches the drafts first
        module._daybook_app_flush(app);
    };
    return {
        show() {
            listen(module, app, canvas, frames, mirror, graphics);
            flushWhenHidden(flush);
            frames.now();
        },
        receive(event) {
            withBytes(module, event, (pointer, size) => module._daybook_app_receive(app, pointer, size));
            frames.wake();
        },
        flush,
        hide() {
            frames.stop();
            canvas.hidden = true;
            host.hidden = true;
            root.replaceChildren();
        },
    };
}

function listen(
    module: AppModule,
    app: number,
    canvas: HTMLCanvasElement,
    frames: Frames,
    mirror: Mirror,
    graphics: { lost: boolean },
): void {
    listenToPointers(canvas, {
        at: (kind, x, y) => module._daybook_app_pointer_at(app, kind, x, y),
        gone: () => module._daybook_app_pointer_gone(app),
        button: (button, down) => module._daybook_app_pointer_button(app, button, down),
        scroll: (x, y) => module._daybook_app_scroll(app, x, y),
        wake: () => frames.wake(),
        now: () => frames.now(),
        touched: () => mirror.release(),
    });
    watchSurroundings(canvas, {
        resize: (width, height, density) => module._daybook_app_resize(app, width, height, density),
        surround: (work, dark, moreContrast, reducedMotion) =>
            module._daybook_app_surround(app, work.x, work.y, work.width, work.height, dark, moreContrast, reducedMotion),
        wake: () => frames.wake(),
    });
    document.addEventListener('keydown', (event) => {
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
    window.addEventListener('pageshow', () => frames.wake());
}

/** A hidden page may never come back: what was typed is sent now. */
function flushWhenHidden(flush: () => void): void {
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') flush();
    });
    for (const name of ['pagehide', 'blur']) window.addEventListener(name, flush);
    document.addEventListener('freeze', flush);
}
