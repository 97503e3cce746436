// What the app module exports (platform/web/app_main.cpp). `app` is what _daybook_app_new gave.

export interface AppModule extends WasmModule {
    /** 0 if the browser gives no WebGL 2. */
    _daybook_app_new(): number;
    _daybook_app_resize(app: number, width: number, height: number, density: number): void;
    _daybook_app_surround(
        app: number,
        x: number,
        y: number,
        width: number,
        height: number,
        dark: boolean,
        moreContrast: boolean,
        reducedMotion: boolean,
        keyboard: boolean,
        textPercent: number,
        singleKeys: boolean,
    ): void;
    _daybook_app_force_colours(
        app: number,
        canvas: number,
        canvasText: number,
        linkText: number,
        buttonText: number,
        highlight: number,
    ): void;
    _daybook_app_free_colours(app: number): void;
    /** Not 0 if input is left that wants another frame. */
    _daybook_app_frame(app: number, seconds: number, drawn: boolean): number;
    _daybook_app_graphics_restored(app: number): void;
    /** The next frame is drawn even if it looks like the one before. */
    _daybook_app_draw_anew(app: number): void;
    _daybook_app_receive(app: number, event: number, size: number): void;
    _daybook_app_flush(app: number): void;
    _daybook_app_activate(app: number, node: number): void;
    _daybook_app_focus(app: number, node: number): void;
    _daybook_app_learn(
        app: number,
        cached: number,
        installed: number,
        persistent: number,
        authenticator: number,
        clearedWhenUnused: boolean,
        updateReady: boolean,
        used: number,
        quota: number,
    ): void;
    _daybook_app_go_back(app: number): void;
    /** Not 0 if it may come. */
    _daybook_app_photograph_coming(app: number, number: number): number;
    _daybook_app_photograph_ready(app: number, number: number, jpeg: number, size: number): void;
    _daybook_app_photograph_failed(app: number, number: number, fault: number, megapixels: number): void;
    _daybook_app_file_chosen(
        app: number,
        number: number,
        name: number,
        nameSize: number,
        content: number,
        size: number,
    ): void;
    _daybook_app_file_failed(app: number, number: number, fault: number): void;
    _daybook_app_picture_decoded(app: number, handle: number, width: number, height: number): void;
    _daybook_app_pinch(app: number, x: number, y: number, by: number): void;
    _daybook_app_move_view(app: number, move: number): void;
    /** `numbers` are four doubles for each of `count` points: see pen.ts. */
    _daybook_app_pen(app: number, numbers: number, count: number, phase: number, end: number): void;
    /** Not 0 if the key is the app's own. */
    _daybook_app_press_key(app: number, key: number, held: number, typing: boolean, repeated: boolean): number;
    _daybook_app_pointer_at(app: number, kind: number, x: number, y: number): void;
    _daybook_app_pointer_gone(app: number): void;
    _daybook_app_pointer_button(app: number, button: number, down: boolean): void;
    _daybook_app_scroll(app: number, x: number, y: number): void;
    _daybook_app_text_changed(
        app: number,
        field: number,
        start: number,
        erased: number,
        inserted: number,
        size: number,
    ): void;
    _daybook_app_text_focus(app: number, field: number, here: boolean): void;
    _daybook_app_text_chosen(app: number, field: number, start: number, end: number): void;
    _daybook_app_text_submitted(app: number, field: number): void;
}
