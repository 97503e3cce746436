// The fields that are typed in: real text areas and inputs over the canvas, for as long as they are shown.
// Never writes into a field that has the focus: dictation, composition and undo are the platform's.
import { make } from './dom';
import { makeMargin, type Margin, type MarginLook } from './margin';
import { type Box, readPacket } from './packet';
import { difference } from './text-difference';

export interface EditorTarget {
    changed(field: number, start: number, erased: number, inserted: string): void;
    focused(field: number, here: boolean): void;
    /** Words were chosen, or none any more: in UTF-16 units, the same twice if there are none. */
    chosen(field: number, start: number, end: number): void;
    submitted(field: number): void;
    /** The wheel was turned at this place of the page, by so much. */
    wheel(x: number, y: number, byX: number, byY: number): void;
    wake(): void;
}

/** What is chosen in a field, in UTF-16 units, and how far it is scrolled, in CSS pixels. */
export interface Caret {
    readonly start: number;
    readonly end: number;
    readonly scroll: number;
}

export interface Editors {
    /** Takes over the fields of a frame, as platform/web/text_field.cpp lays them out. */
    sync(packet: Uint8Array): void;
    /** Stands for the field in the mirror. */
    place(field: number): HTMLElement | undefined;
    /** All places, of fields in the mirror or not. */
    places(): Iterable<HTMLElement>;
    input(field: number): HTMLElement | undefined;
    /** Nothing if there is no such field, or none of its kind has a caret. */
    caret(field: number): Caret | undefined;
    /** Types into a field, before this UTF-16 unit, as a hand would: its own undo takes it back. */
    insert(field: number, at: number, text: string): void;
    /** What only an element of the page can do: call it when those that sync() made have their places. */
    settle(): void;
    /** Nothing can be typed any more; what is there can be read and copied. */
    close(): void;
}

interface Chosen {
    readonly start: number;
    readonly end: number;
}

type Input = HTMLInputElement | HTMLTextAreaElement;

interface Editor {
    readonly kind: number;
    readonly place: HTMLElement;
    readonly input: Input;
    readonly hint: HTMLElement;
    readonly error: HTMLElement;
    readonly margin: Margin | undefined; // of prose
    known: string; // what C++ knows the field to hold
    followsCaret: boolean;
    chosen: Chosen; // as C++ was told last
    scrollTo: number | undefined; // until it is in the page: before that nothing can be scrolled
}

interface Field {
    readonly id: number;
    readonly kind: number;
    readonly label: string;
    readonly placeholder: string;
    readonly description: string;
    readonly error: string;
    readonly box: Box;
    readonly clip: Box;
    readonly fontSize: number;
    readonly margin: MarginLook;
    readonly followsCaret: boolean;
    readonly value: string | undefined;
    readonly caret: Caret | undefined; // where it begins
}

// FieldKind of platform/text_field.h
const prose = 1;
const passcode = 4;
const inputTypes = ['text', '', 'search', 'date', 'password', 'time'] as const;

function readFields(packet: Uint8Array): Field[] {
    const from = readPacket(packet);
    return Array.from({ length: from.u32() }, () => {
        const [id, kind, flags] = [from.u32(), from.u8(), from.u8()];
        const [label, placeholder, description, error] = [from.text(), from.text(), from.text(), from.text()];
        const [box, clip, fontSize] = [from.box(), from.box(), from.float()];
        const [width, marginSize] = [from.float(), from.float()];
        const notes = Array.from({ length: from.u32() }, () => ({ from: from.u32(), text: from.text() }));
        const margin = { width, fontSize: marginSize, notes };
        const value = flags & 1 ? from.text() : undefined;
        const caret = flags & 2 ? { start: from.u32(), end: from.u32(), scroll: from.float() } : undefined;
        const followsCaret = (flags & 4) !== 0;
        return { id, kind, label, placeholder, description, error, box, clip, fontSize, margin, followsCaret, value, caret };
    });
}

function makeInput(kind: number): Input {
    const typing = { class: 'editor', autocapitalize: 'sentences', spellcheck: 'true', autocorrect: 'on' };
    if (kind === prose) return make('textarea', typing);
    const type = inputTypes[kind] ?? 'text';
    if (kind !== passcode) return make('input', { ...typing, type, enterkeyhint: type === 'search' ? 'search' : 'done' });
    const secret = { autocapitalize: 'none', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false' };
    return make('input', { class: 'editor', type, enterkeyhint: 'done', ...secret });
}

function makeEditor(field: Field, target: EditorTarget): Editor {
    const input = makeInput(field.kind);
    const hint = make('span', { id: `hint-${field.id}`, hidden: true });
    const error = make('span', { id: `error-${field.id}`, hidden: true });
    input.setAttribute('aria-describedby', `${hint.id} ${error.id}`);
    const margin = input instanceof HTMLTextAreaElement ? makeMargin(input) : undefined;
    const editor: Editor = {
        kind: field.kind,
        place: make('div', {}, input, hint, error, ...(margin ? [margin.element] : [])),
        input,
        hint,
        error,
        margin,
        known: '',
        followsCaret: false,
        chosen: { start: 0, end: 0 },
        scrollTo: undefined,
    };
    input.addEventListener('input', () => {
        report(field.id, editor, target);
        tellChosen(field.id, editor, target); // what was chosen may have been typed over
    });
    input.addEventListener('focus', () => {
        target.focused(field.id, true);
        tellChosen(field.id, editor, target);
        target.wake();
    });
    input.addEventListener('blur', () => {
        target.focused(field.id, false);
        target.wake();
    });
    if (field.kind === prose) {
        const choosing = (): void => {
            if (input.matches(':focus')) tellChosen(field.id, editor, target); // else it was put there by us
        };
        // Browsers differ in what they tell a field of, and when.
        for (const type of ['selectionchange', 'select', 'keyup', 'pointerup']) input.addEventListener(type, choosing);
    } else {
        input.addEventListener('keydown', (event) => {
            if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            target.submitted(field.id);
            target.wake();
        });
    }
    input.addEventListener('wheel', (event) => passWheelOn(event as WheelEvent, input, target), { passive: true });
    return editor;
}

/** Tells C++ what was typed since it was told last. */
function report(id: number, editor: Editor, target: EditorTarget): void {
    const now = editor.input.value;
    if (now === editor.known) return;
    const { start, erased, inserted } = difference(editor.known, now);
    editor.known = now;
    editor.margin?.typed(start, erased, inserted.length);
    target.changed(id, start, erased, inserted);
    target.wake();
}

/** Tells C++ which words are chosen, if that has changed: while one only types, nothing has. */
function tellChosen(id: number, editor: Editor, target: EditorTarget): void {
    const { input, chosen } = editor;
    if (!(input instanceof HTMLTextAreaElement)) return;
    const [start, end] = [input.selectionStart, input.selectionEnd];
    const none = start === end && chosen.start === chosen.end;
    if ((none && !editor.followsCaret) || (start === chosen.start && end === chosen.end)) return;
    report(id, editor, target); // the words come first
    editor.chosen = { start, end };
    target.chosen(id, start, end);
    target.wake();
}

/** A field that has nothing to scroll lets the panel beneath it scroll. */
function passWheelOn(event: WheelEvent, input: Input, target: EditorTarget): void {
    if (input.scrollHeight > input.clientHeight + 1) return;
    target.wheel(event.clientX, event.clientY, event.deltaX, event.deltaY);
    target.wake();
}

function setText(element: HTMLElement, text: string): void {
    if (element.textContent !== text) element.textContent = text;
}

function place({ input, kind }: Editor, { box, clip, fontSize }: Field): void {
    const { style } = input;
    style.left = `${box.x}px`;
    style.top = `${box.y}px`;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
    style.fontSize = `${Math.max(16, fontSize)}px`; // below that, iOS zooms the page when the field gets the focus
    style.padding = kind === prose ? '8px 10px' : '0 4px';
    const top = Math.max(0, clip.y - box.y);
    const left = Math.max(0, clip.x - box.x);
    const right = Math.max(0, box.x + box.width - clip.x - clip.width);
    const bottom = Math.max(0, box.y + box.height - clip.y - clip.height);
    style.clipPath = top || left || right || bottom ? `inset(${top}px ${right}px ${bottom}px ${left}px)` : '';
}

/** Of a field that has just appeared, and that nobody types in. */
function putCaret(editor: Editor, { start, end, scroll }: Caret): void {
    if (!(editor.input instanceof HTMLTextAreaElement)) return; // a date or a time has no caret that one could put
    editor.input.setSelectionRange(start, end);
    editor.scrollTo = scroll;
}

function scrollWhereLeft(editor: Editor): void {
    if (editor.scrollTo === undefined || !editor.input.isConnected) return;
    editor.input.scrollTop = editor.scrollTo;
    editor.scrollTo = undefined;
}

function caretOf(input: Input): Caret | undefined {
    if (!(input instanceof HTMLTextAreaElement)) return undefined;
    return { start: input.selectionStart, end: input.selectionEnd, scroll: input.scrollTop };
}

function insertInto(input: Input, at: number, text: string): void {
    if (!(input instanceof HTMLTextAreaElement) || input.readOnly) return;
    input.focus({ preventScroll: true });
    input.setSelectionRange(at, at);
    // Deprecated, and without a successor: nothing else leaves the field's undo whole.
    if (document.execCommand('insertText', false, text)) return;
    input.setRangeText(text, at, at, 'end');
    input.dispatchEvent(new Event('input'));
}

function update(editor: Editor, field: Field, root: ShadowRoot, target: EditorTarget): void {
    const { input } = editor;
    place(editor, field);
    if (input.placeholder !== field.placeholder) input.placeholder = field.placeholder;
    input.setAttribute('aria-label', field.label);
    input.setAttribute('aria-invalid', field.error ? 'true' : 'false');
    setText(editor.hint, field.description);
    setText(editor.error, field.error);
    if (field.value !== undefined) {
        if (root.activeElement !== input) input.value = field.value;
        editor.known = field.value;
        editor.chosen = { start: 0, end: 0 };
        if (field.caret && root.activeElement !== input) putCaret(editor, field.caret);
        report(field.id, editor, target); // what the element did not take as it was: line ends, half a date or time
    }
    editor.margin?.show(field.margin, field.box);
    const follows = field.followsCaret && !editor.followsCaret;
    editor.followsCaret = field.followsCaret;
    if (follows) tellChosen(field.id, editor, target);
}

export function makeEditors(root: ShadowRoot, target: EditorTarget): Editors {
    const editors = new Map<number, Editor>();
    return {
        sync(packet) {
            const fields = readFields(packet);
            const shown = new Set(fields.map((field) => field.id));
            for (const [id, editor] of editors) {
                if (shown.has(id)) continue;
                editor.margin?.close();
                editor.place.remove();
                editors.delete(id);
            }
            for (const field of fields) {
                let editor = editors.get(field.id);
                if (editor?.kind !== field.kind) {
                    editor?.margin?.close();
                    editor?.place.remove();
                    editor = makeEditor(field, target);
                    editors.set(field.id, editor);
                }
                update(editor, field, root, target);
            }
        },
        place: (field) => editors.get(field)?.place,
        places: () => Array.from(editors.values(), (editor) => editor.place),
        input: (field) => editors.get(field)?.input,
        caret(field) {
            const editor = editors.get(field);
            return editor && caretOf(editor.input);
        },
        insert(field, at, text) {
            const editor = editors.get(field);
            if (editor) insertInto(editor.input, at, text);
        },
        settle() {
            for (const editor of editors.values()) scrollWhereLeft(editor);
        },
        close() {
            for (const { input } of editors.values()) input.readOnly = true;
        },
    };
}
