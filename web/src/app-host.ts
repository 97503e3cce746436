// What the app module calls of the page (platform/web/app_calls.h).
// Never keeps the module's memory: bytes are copied out at once.
import type { Assets } from './assets';
import type { Caret } from './editors';
import { type ForeignHost, foreignHost } from './foreign-host';
import type { Box } from './packet';
import { saveFile } from './save-file';
import { keepSingleKeys } from './single-keys';
import { keepTextSize } from './text-size';
import { bytesAt, textAt } from './wasm';

export interface AppHost extends ForeignHost {
    wake(): void;
    wakeAt(unixMs: number): void;
    send(command: number, size: number): void;
    saveFile(
        name: number,
        nameSize: number,
        mediaType: number,
        mediaTypeSize: number,
        content: number,
        contentSize: number,
    ): void;
    chooseFile(number: number, accept: number, acceptSize: number, mostBytes: number): void;
    assetSize(path: number, size: number): number;
    assetCopy(path: number, size: number, to: number): void;
    showNodes(packet: number, size: number): void;
    showFields(packet: number, size: number): void;
    showPictures(packet: number, size: number): void;
    givePicture(
        handle: number,
        detail: number,
        mediaType: number,
        mediaTypeSize: number,
        content: number,
        contentSize: number,
    ): void;
    dropPicture(handle: number): void;
    wish(wish: number): void;
    screenRest(rest: number): void;
    takeInk(x: number, y: number, width: number, height: number): void;
    keepTextSize(percent: number): void;
    keepSingleKeys(on: boolean): void;
    focusNode(node: number): void;
    insertText(field: number, at: number, words: number, size: number): void;
    fieldCaret(field: number, to: number): boolean;
    showCursor(cursor: number): void;
}

/** Whom the host passes things on to. */
export interface AppHostParts {
    readonly assets: Assets;
    module(): WasmModule;
    wake(): void;
    wakeAt(unixMs: number): void;
    send(command: Uint8Array<ArrayBuffer>): void;
    /** What was typed is sent now: another program is about to come to the front. */
    flush(): void;
    /** Only within a gesture. */
    chooseFile(number: number, accept: string, mostBytes: number): void;
    showNodes(packet: Uint8Array): void;
    showFields(packet: Uint8Array): void;
    showPictures(packet: Uint8Array): void;
    /** The bytes of a picture; `detail` is a PictureDetail (platform/pictures.h). */
    givePicture(handle: number, detail: number, mediaType: string, content: Uint8Array<ArrayBuffer>): void;
    dropPicture(handle: number): void;
    /** A PlatformWish (platform/device_facts.h). */
    wish(wish: number): void;
    /** Whether the screen is to stay lit. */
    keepLit(wanted: boolean): void;
    /** What comes down within this box draws from now on; nothing does if there is none. */
    takeInk(paper: Box | undefined): void;
    focusNode(node: number): void;
    caretOf(field: number): Caret | undefined;
    insertText(field: number, at: number, text: string): void;
    showCursor(name: string): void;
}

/** As PlatformWish of platform/device_facts.h. */
export const Wish = { keepStorage: 0, update: 1, useAuthenticator: 2, lookAgain: 3, takePhotographs: 4, lock: 5 } as const;

// By ImGuiMouseCursor's numbers; -1 is none.
const cursors = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait'];

export function appHost(parts: AppHostParts): AppHost {
    const { assets, module } = parts;
    const bytes = (pointer: number, size: number): Uint8Array<ArrayBuffer> => bytesAt(module(), pointer, size);
    const text = (pointer: number, size: number): string => textAt(module(), pointer, size);
    return {
        wake: parts.wake,
        wakeAt: parts.wakeAt,
        send: (command, size) => parts.send(bytes(command, size)),
        saveFile(name, nameSize, mediaType, mediaTypeSize, content, contentSize) {
            const [title, kind] = [text(name, nameSize), text(mediaType, mediaTypeSize)];
            const file = bytes(content, contentSize);
            // Not inside the app's own call; still inside the gesture, without which there is no share sheet.
            queueMicrotask(() => {
                parts.flush();
                saveFile(title, kind, file);
            });
        },
        chooseFile(number, accept, acceptSize, mostBytes) {
            const offered = text(accept, acceptSize);
            // As above: while the picker is in front, the browser may end this page.
            queueMicrotask(() => {
                parts.flush();
                parts.chooseFile(number, offered, mostBytes);
            });
        },
        assetSize: (path, size) => assets.get(text(path, size))?.length ?? -1,
        assetCopy(path, size, to) {
            const asset = assets.get(text(path, size));
            if (asset) module().HEAPU8.set(asset, to >>> 0);
        },
        showNodes: (packet, size) => parts.showNodes(bytes(packet, size)),
        showFields: (packet, size) => parts.showFields(bytes(packet, size)),
        showPictures: (packet, size) => parts.showPictures(bytes(packet, size)),
        givePicture: (handle, detail, mediaType, mediaTypeSize, content, contentSize) =>
            parts.givePicture(handle, detail, text(mediaType, mediaTypeSize), bytes(content, contentSize)),
        dropPicture: parts.dropPicture,
        wish: parts.wish,
        screenRest: (rest) => parts.keepLit(rest !== 0), // ScreenRest of platform/window.h
        takeInk: (x, y, width, height) => parts.takeInk(width > 0 ? { x, y, width, height } : undefined),
        keepTextSize: (percent) => queueMicrotask(() => keepTextSize(percent)), // not inside the app's own frame
        keepSingleKeys: (on) => queueMicrotask(() => keepSingleKeys(on)),
        focusNode: parts.focusNode,
        insertText(field, at, words, size) {
            const typed = text(words, size);
            queueMicrotask(() => parts.insertText(field, at, typed)); // the page answers with what the field holds then
        },
        fieldCaret(field, to) {
            const caret = parts.caretOf(field);
            if (!caret) return false;
            const numbers = Uint32Array.of(caret.start, caret.end, Math.round(caret.scroll * 10));
            module().HEAPU8.set(new Uint8Array(numbers.buffer), to >>> 0);
            return true;
        },
        ...foreignHost(module),
        showCursor: (cursor) => parts.showCursor(cursors[cursor] ?? 'default'),
    };
}
