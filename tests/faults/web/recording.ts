// What the worker does to the browser's storage and says to the page, in its order, told to the test as it happens.
// Never changes what is stored: each call goes on to the browser.
import type { Answer } from '../../web/site';

/** What happened to storage, in order. The bytes are those written, said or added. */
export interface Happening {
    readonly what: 'open' | 'write' | 'truncate' | 'flush' | 'remove' | 'said' | 'adding' | 'clearing' | 'committing' | 'added' | 'started';
    /** The file, or the transaction of the second copy. */
    readonly path: string;
    readonly at: number;
    readonly bytes: Buffer;
}

/** What a worker has and the page's types do not name. */
interface AccessHandle {
    write(bytes: AllowSharedBufferSource, options?: { at?: number }): number;
    truncate(size: number): void;
    flush(): void;
    getSize(): number;
}
interface FileHandle extends FileSystemHandle {
    createSyncAccessHandle(...options: unknown[]): Promise<AccessHandle>;
}
interface Scope {
    readonly FileSystemSyncAccessHandle: { readonly prototype: AccessHandle };
    readonly FileSystemFileHandle: { readonly prototype: FileHandle };
}

/** Runs in the worker, before its own script. Each happening is told by a request that is waited for. */
function recordStorage(): void {
    let told = 0;
    const tell = (what: string, path: string, at: number, bytes?: BufferSource): void => {
        const request = new XMLHttpRequest();
        const query = new URLSearchParams({ what, path, at: String(at), number: String(told++) });
        request.open('POST', `/happened?${query.toString()}`, false);
        request.send((bytes ?? null) as XMLHttpRequestBodyInit | null);
        if (request.status !== 200) throw new Error('the test did not hear what happened');
    };
    const scope = globalThis as unknown as Scope;
    const paths = new WeakMap<AccessHandle, string>();
    const pathOf = (handle: AccessHandle): string => paths.get(handle) ?? 'nobody opened it';

    const files = scope.FileSystemFileHandle.prototype;
    const create = files.createSyncAccessHandle;
    files.createSyncAccessHandle = async function (...options): Promise<AccessHandle> {
        const handle = await create.apply(this, options);
        const root = await navigator.storage.getDirectory();
        paths.set(handle, ((await root.resolve(this)) ?? [this.name]).join('/'));
        tell('open', pathOf(handle), handle.getSize());
        return handle;
    };
    const remove = FileSystemDirectoryHandle.prototype.removeEntry;
    FileSystemDirectoryHandle.prototype.removeEntry = async function (name, options): Promise<void> {
        const root = await navigator.storage.getDirectory();
        await remove.call(this, name, options);
        tell('remove', [...((await root.resolve(this)) ?? []), name].join('/'), 0);
    };
    const handles = scope.FileSystemSyncAccessHandle.prototype;
    const { write, truncate, flush } = handles;
    handles.write = function (bytes, options): number {
        const written = write.call(this, bytes, options);
        const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
        if (options?.at === undefined) throw new Error('a write that does not say where cannot be repeated');
        tell('write', pathOf(this), options.at, view.slice(0, written));
        return written;
    };
    handles.truncate = function (size): void {
        truncate.call(this, size);
        tell('truncate', pathOf(this), size);
    };
    handles.flush = function (): void {
        flush.call(this);
        tell('flush', pathOf(this), 0);
    };

    const numbers = new WeakMap<IDBTransaction, string>();
    let transactions = 0;
    const numberOf = (transaction: IDBTransaction): string => {
        const number = numbers.get(transaction) ?? `${Date.now()}-${transactions++}`;
        numbers.set(transaction, number);
        return number;
    };
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...what: Parameters<typeof begin>): IDBTransaction {
        const transaction = begin.apply(this, what);
        // The first to hear of it, whatever the browser does with capturing: what the worker says of it comes after.
        transaction.addEventListener('complete', () => {
            const number = numbers.get(transaction);
            if (number !== undefined) tell('added', number, 0);
        });
        return transaction;
    };
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey): IDBRequest<IDBValidKey> {
        tell('adding', numberOf(this.transaction), 0, value as Uint8Array<ArrayBuffer>);
        return key === undefined ? add.call(this, value) : add.call(this, value, key);
    };
    const clear = IDBObjectStore.prototype.clear;
    IDBObjectStore.prototype.clear = function (): IDBRequest<undefined> {
        tell('clearing', numberOf(this.transaction), 0);
        return clear.call(this);
    };
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function (): void {
        if (numbers.has(this)) tell('committing', numberOf(this), 0);
        commit.call(this);
    };
    for (const unheard of ['put', 'delete'] as const) {
        IDBObjectStore.prototype[unheard] = () => {
            throw new Error(`the recording does not know ${unheard}`);
        };
    }

    const post = globalThis.postMessage.bind(globalThis) as (message: unknown, transfer: Transferable[]) => void;
    globalThis.postMessage = ((message: { type?: string; bytes?: Uint8Array<ArrayBuffer> }, transfer: Transferable[]) => {
        if (message.type === 'event' && message.bytes) tell('said', '', 0, message.bytes);
        post(message, transfer);
    }) as typeof globalThis.postMessage;
    tell('started', '', 0);
}

export const recorder = `(${recordStorage.toString()})()`;

/** The answer of a site to the recorder: it writes down what it is told. */
export function writingDown(happenings: Happening[]): Answer {
    return (url, bytes) => {
        if (url.pathname !== '/happened') return undefined;
        const { what, path, at } = Object.fromEntries(url.searchParams) as Record<string, string>;
        happenings.push({ what: what as Happening['what'], path: path ?? '', at: Number(at), bytes });
        return Buffer.alloc(0);
    };
}
