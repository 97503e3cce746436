// How photographs come in: the platform's picker with its camera, pasting, and dropping on the page.
// Never hands on a file as it is: only what the worker has made anew of its picture (photograph.worker.ts).
import { make } from './dom';
import { isList } from './files';
import { Fault } from './photograph-fault';
import type { ReadyPhotograph } from './photograph.worker';

export interface PhotographTarget {
    /** One is on its way. False if the app has no place for it, which it then says itself. */
    coming(number: number): boolean;
    ready(number: number, jpeg: Uint8Array): void;
    /** `fault` is a Fault. */
    failed(number: number, fault: number, megapixels: number): void;
}

export interface Photographs {
    /** Opens the platform's picker. Only within a gesture. */
    choose(): void;
    /** Resolves when none is on its way any more; nothing if none is. */
    allIn(): Promise<void> | undefined;
    /** For good. */
    stop(): void;
}

interface Waiting {
    readonly number: number;
    readonly file: File;
}

const mostBytes = 100_000_000; // of a file, before it is looked into
const patience = 30_000; // ms for one photograph: a decoder that is stuck must not keep a lock waiting for ever

/** One after the other, in a worker that ends when there is nothing left to do: it gives its memory back. */
function queue(target: PhotographTarget) {
    const waiting: Waiting[] = [];
    const whenIn: (() => void)[] = [];
    let worker: Worker | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (): void => {
        clearTimeout(timer);
        worker?.terminate();
        worker = undefined;
    };
    const next = (): void => {
        const first = waiting[0];
        if (!first) {
            end();
            for (const tell of whenIn.splice(0)) tell();
            return;
        }
        const done = (told: () => void): void => {
            clearTimeout(timer);
            waiting.shift();
            told();
            next();
        };
        const giveUp = (): void => {
            end(); // whatever it was, it is not asked again
            done(() => target.failed(first.number, Fault.noMemory, 0));
        };
        timer = setTimeout(giveUp, patience);
        worker ??= new Worker(new URL('./photograph.worker.ts', import.meta.url), {
            type: 'module',
            name: 'daybook-photograph',
        });
        worker.onmessage = (event: MessageEvent<ReadyPhotograph>) => {
            const ready = event.data;
            done(() => {
                if ('jpeg' in ready) target.ready(first.number, ready.jpeg);
                else target.failed(first.number, ready.fault, ready.megapixels ?? 0);
            });
        };
        worker.onerror = giveUp;
        worker.postMessage(first.file);
    };
    return {
        add(one: Waiting): void {
            waiting.push(one);
            if (waiting.length === 1) next();
        },
        allIn: (): Promise<void> | undefined =>
            waiting.length === 0 ? undefined : new Promise((resolve) => whenIn.push(resolve)),
        stop(): void {
            waiting.length = 0;
            end();
        },
    };
}

function picturesIn(files: Iterable<File>): File[] {
    return Array.from(files).filter((file) => file.type.startsWith('image/'));
}

/** A file that is dropped on a page which does not take it takes the page's place: so every page here takes it. */
export function keepDroppedFilesOff(): void {
    const take = (event: DragEvent): void => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', take);
    window.addEventListener('drop', take);
}

export function makePhotographs(target: PhotographTarget): Photographs {
    const listening = new AbortController();
    const work = queue(target);
    let last = 0;
    const take = (files: readonly File[]): void => {
        for (const file of files) {
            last += 1;
            if (!target.coming(last)) return;
            if (file.size > mostBytes || file.size === 0) target.failed(last, Fault.noPicture, 0);
            else work.add({ number: last, file });
        }
    };

    // It stays in the document: on some tablets one that does not is forgotten while the camera is in front.
    const input = make('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, 'aria-hidden': 'true' });
    document.body.append(input);
    input.addEventListener('change', () => take(Array.from(input.files ?? [])));
    window.addEventListener(
        'drop',
        (event) => {
            const files = Array.from(event.dataTransfer?.files ?? []).filter((file) => !isList(file));
            if (files.length > 0) take(files);
        },
        { signal: listening.signal },
    );
    document.addEventListener(
        'paste',
        (event) => {
            const pasted = event.clipboardData;
            const pictures = picturesIn(pasted?.files ?? []);
            // Words that come with their own picture, as office programs copy them, are pasted as words.
            if (pictures.length === 0 || pasted?.getData('text/plain')) return;
            event.preventDefault();
            take(pictures);
        },
        { signal: listening.signal },
    );
    return {
        choose() {
            input.value = ''; // the same photograph may be chosen again
            input.click();
        },
        allIn: work.allIn,
        stop() {
            listening.abort();
            work.stop();
            input.remove();
        },
    };
}
