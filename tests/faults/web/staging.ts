// Starts the real engine's worker on a disk that a test has made up: files in memory, the second copy in IndexedDB.
// Never lets two of them see each other: each has files, a second copy and a lock of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dist, type Answer } from '../../web/site';
import { type Disk, packed } from './crash';

/** Runs in the worker before its own script, which waits for it. The worker's name says which disk it is given. */
async function stageStorage(): Promise<void> {
    const { name } = globalThis as unknown as { name: string };
    const bytes = new Uint8Array(await (await fetch(`/disk?name=${name}`)).arrayBuffer());
    const view = new DataView(bytes.buffer);
    let at = 0;
    const number = (): number => view.getUint32((at += 4) - 4, true);
    const sized = (): Uint8Array<ArrayBuffer> => {
        const size = number();
        return bytes.slice(at, (at += size));
    };

    interface File {
        content: Uint8Array<ArrayBuffer>;
        size: number;
    }
    const files = new Map<string, File>();
    for (let left = number(); left > 0; --left) {
        const path = new TextDecoder().decode(sized());
        const content = sized();
        files.set(path, { content, size: content.length });
    }
    const batches = Array.from({ length: number() }, sized);

    const resize = (file: File, size: number): void => {
        if (size > file.content.length) {
            const grown = new Uint8Array(Math.max(size, file.content.length * 2));
            grown.set(file.content.subarray(0, file.size));
            file.content = grown;
        }
        if (size < file.size) file.content.fill(0, size, file.size);
        file.size = size;
    };
    const bytesOf = (what: AllowSharedBufferSource): Uint8Array =>
        ArrayBuffer.isView(what) ? new Uint8Array(what.buffer, what.byteOffset, what.byteLength) : new Uint8Array(what);
    const access = (file: File) => ({
        read(into: AllowSharedBufferSource, options?: { at?: number }): number {
            const [to, from] = [bytesOf(into), options?.at ?? 0];
            const got = file.content.subarray(from, Math.min(from + to.length, file.size));
            to.set(got);
            return got.length;
        },
        write(what: AllowSharedBufferSource, options?: { at?: number }): number {
            const [from, to] = [bytesOf(what), options?.at ?? 0];
            if (to + from.length > file.size) resize(file, to + from.length);
            file.content.set(from, to);
            return from.length;
        },
        truncate: (size: number): void => resize(file, size),
        getSize: (): number => file.size,
        flush(): void {},
        close(): void {},
    });
    /** The worker may ask what kind of handle it is. */
    const as = (kind: { readonly prototype: object }, made: object): object =>
        Object.create(kind.prototype, Object.getOwnPropertyDescriptors(made)) as object;
    const missing = (path: string): DOMException => new DOMException(`there is no ${path}`, 'NotFoundError');
    const fileAt = (path: string, make: boolean | undefined): object => {
        const file = files.get(path) ?? (make ? { content: new Uint8Array(0), size: 0 } : undefined);
        if (!file) throw missing(path);
        files.set(path, file);
        return as(FileSystemFileHandle, {
            kind: 'file',
            name: path.split('/').at(-1),
            createSyncAccessHandle: async () => access(file),
            getFile: async () => new Blob([file.content.slice(0, file.size)]),
        });
    };
    const folderAt = (prefix: string): object => {
        const entries = async function* (): AsyncGenerator<[string, object]> {
            const names = new Set(Array.from(files.keys()).filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
            const folders = new Set<string>();
            for (const one of names) {
                const [first = '', ...rest] = one.split('/');
                if (rest.length === 0) yield [first, fileAt(prefix + first, false)];
                else if (!folders.has(first)) yield [first, folderAt(`${prefix}${first}/`)];
                if (rest.length > 0) folders.add(first);
            }
        };
        return as(FileSystemDirectoryHandle, {
            kind: 'directory',
            name: prefix.split('/').at(-2) ?? '',
            getDirectoryHandle: async (child: string) => folderAt(`${prefix}${child}/`),
            getFileHandle: async (child: string, options?: { create?: boolean }) => fileAt(prefix + child, options?.create),
            async removeEntry(child: string): Promise<void> {
                const gone = Array.from(files.keys()).filter((path) => path === prefix + child || path.startsWith(`${prefix}${child}/`));
                if (gone.length === 0) throw missing(prefix + child);
                for (const path of gone) files.delete(path);
            },
            entries,
            [Symbol.asyncIterator]: entries,
            async *values(): AsyncGenerator<object> {
                for await (const [, entry] of entries()) yield entry;
            },
            async *keys(): AsyncGenerator<string> {
                for await (const [key] of entries()) yield key;
            },
        });
    };
    StorageManager.prototype.getDirectory = async () => folderAt('') as FileSystemDirectoryHandle;
    // Each has its disk for itself: nobody else can hold the lock, and nobody waits for it.
    LockManager.prototype.request = (async (lock: string, ...rest: unknown[]) => {
        const held = rest.at(-1) as (lock: Lock) => unknown;
        return held({ name: lock, mode: 'exclusive' });
    }) as LockManager['request'];

    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (database: string, version?: number): IDBOpenDBRequest {
        return open.call(this, `${database} ${name}`, version);
    };
    await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('daybook-journal', 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
            const store = opening.result.createObjectStore('batches', { autoIncrement: true });
            for (const batch of batches) store.add(batch);
        };
        opening.onsuccess = () => {
            opening.result.close();
            resolve();
        };
    });
}

export const stage = `await (${stageStorage.toString()})()`;

/** What the engine said of a disk. The bytes of the notebook are there if it could be unlocked. */
export interface Reopened {
    /** The last message that was no event: of a state, or of why there is none. */
    readonly said: string;
    readonly repaired: boolean;
    /** What the person was told, at the lock screen and at the unlock. */
    readonly words: string;
    readonly events: readonly string[]; // base64
}

interface Trial {
    readonly script: string;
    readonly name: string;
    readonly passcode: string;
}

/** Runs in the page: a worker for one disk, until it has unlocked the notebook or says that it cannot. */
function tryDisk({ script, name, passcode }: Trial): Promise<Reopened> {
    interface Message {
        readonly type: string;
        readonly state?: string;
        readonly words?: string;
        readonly bytes?: Uint8Array;
    }
    const refusals = ['refused', 'storage-refused', 'elsewhere', 'broken'];
    const others = ['first-start', 'unusable'];
    return new Promise((resolve) => {
        const worker = new Worker(script, { type: 'module', name });
        const events: string[] = [];
        let repaired = false;
        let words = '';
        const heard: string[] = [];
        // Longer than any start takes: a worker that says no more has to be told from one that is slow.
        const patience = setTimeout(() => end(`it stopped saying anything after: ${heard.join(', ')}`), 60_000);
        const end = (said: string): void => {
            clearTimeout(patience);
            worker.terminate();
            indexedDB.deleteDatabase(`daybook-journal ${name}`);
            resolve({ said, repaired, words, events });
        };
        worker.onerror = (event) => end(`error: ${event.message}`);
        worker.onmessage = ({ data }: MessageEvent<Message>) => {
            heard.push(`${data.type} ${data.state ?? ''}`);
            words += data.words ?? '';
            if (data.type === 'event' && data.bytes) {
                let text = '';
                for (let at = 0; at < data.bytes.length; at += 8192) text += String.fromCharCode(...data.bytes.subarray(at, at + 8192));
                events.push(btoa(text));
            } else if (data.type === 'state' && data.state === 'locked') {
                repaired = data.words !== '';
                worker.postMessage({ type: 'unlock', passcode });
            } else if (data.type === 'lock-times') {
                end('unlocked'); // said together with the notebook
            } else if (refusals.includes(data.type) || others.includes(data.state ?? '')) {
                end(`${data.type}: ${data.state ?? ''} ${data.words ?? ''}`);
            }
        };
    });
}

export interface Stage {
    readonly answer: Answer;
    reopen(page: Page, disk: Disk, passcode: string): Promise<Reopened>;
}

export function newStage(): Stage {
    const disks = new Map<string, Disk>();
    const file = readdirSync(join(dist, 'assets')).find((name) => /^engine\.worker-.*\.js$/.test(name));
    if (!file) throw new Error('dist/ has no worker: ./dev build');
    let count = 0;
    return {
        answer(url) {
            const disk = url.pathname === '/disk' ? disks.get(url.searchParams.get('name') ?? '') : undefined;
            return disk && packed(disk);
        },
        async reopen(page, disk, passcode) {
            const name = `disk-${count++}`;
            disks.set(name, disk);
            const reopened = await page.evaluate(tryDisk, { script: `/assets/${file}`, name, passcode });
            disks.delete(name);
            return reopened;
        },
    };
}
