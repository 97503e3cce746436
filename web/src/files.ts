// A file that the app asked for, or that was dropped on the page: its bytes, as they are.
// Never more of one than was said, and never a photograph: those are made anew (photographs.ts).
import { make } from './dom';

export interface FileTarget {
    /** `number` is that under which the app asked; 0 for a file that was dropped. */
    chosen(number: number, name: string, content: Uint8Array): void;
    /** `fault` is a FileFault. */
    failed(number: number, fault: number): void;
}

export interface Files {
    /** Opens the platform's picker; nothing comes of it if the person leaves it. Only within a gesture. */
    choose(number: number, accept: string, mostBytes: number): void;
    /** For good. */
    stop(): void;
}

/** As FileFault of platform/window.h. */
export const FileFault = { unreadable: 0, tooLarge: 1 } as const;
/** As FileBounds::dropped of platform/window.h. */
const mostDroppedBytes = 16 * 1024 * 1024;

/** Whether a file that was dropped is a list, and no photograph. Some systems say of a list that it is a spreadsheet. */
export function isList(file: File): boolean {
    return file.type === 'text/csv' || file.name.toLowerCase().endsWith('.csv');
}

export function makeFiles(target: FileTarget): Files {
    const listening = new AbortController();
    let stopped = false;
    const take = async (number: number, file: File, mostBytes: number): Promise<void> => {
        if (file.size > mostBytes) {
            target.failed(number, FileFault.tooLarge);
            return;
        }
        try {
            const content = new Uint8Array(await file.arrayBuffer());
            if (!stopped) target.chosen(number, file.name, content);
            content.fill(0);
        } catch {
            if (!stopped) target.failed(number, FileFault.unreadable); // it was moved, or is not on the device
        }
    };

    // It stays in the document: on some tablets one that does not is forgotten while the picker is in front.
    const input = make('input', { type: 'file', hidden: true, 'aria-hidden': 'true' });
    document.body.append(input);
    const asked = { number: 0, mostBytes: 0 };
    input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) void take(asked.number, file, asked.mostBytes);
    });
    window.addEventListener(
        'drop',
        (event) => {
            const file = Array.from(event.dataTransfer?.files ?? []).find(isList);
            if (file) void take(0, file, mostDroppedBytes);
        },
        { signal: listening.signal },
    );
    return {
        choose(number, accept, mostBytes) {
            asked.number = number;
            asked.mostBytes = mostBytes;
            input.accept = accept;
            input.value = ''; // the same file may be chosen again
            input.click();
        },
        stop() {
            stopped = true;
            listening.abort();
            input.remove();
        },
    };
}
