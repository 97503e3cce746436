// A browser whose storage refuses, is full, or is counted: put before the worker's script by the test's own host.
// Never changes the product for it.
import type { Page } from '@playwright/test';

/** In the worker: while a cache of this name exists, the browser's storage refuses what the name says. */
export const refusals = `
    const refuse = async (what) => {
        if (await caches.has('refuse ' + what)) throw new DOMException('refused by the test', 'NotAllowedError');
    };
    const handle = FileSystemFileHandle.prototype.createSyncAccessHandle;
    FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
        await refuse('handles');
        return handle.call(this);
    };
    const directory = StorageManager.prototype.getDirectory;
    StorageManager.prototype.getDirectory = async function () {
        await refuse('directory');
        return directory.call(this);
    };
    let full = false;
    new BroadcastChannel('test: the disk is full').onmessage = (event) => { full = event.data; };
    const write = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = function (...what) {
        if (full) throw new DOMException('full, says the test', 'QuotaExceededError');
        return write.apply(this, what);
    };
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...what) {
        if (full) throw new DOMException('full, says the test', 'QuotaExceededError');
        return add.apply(this, what);
    }`;

/** In the worker and in the page: a browser that has no StorageManager at all, as WebKitGTK. */
export const noStorageManager = `
    Object.defineProperty(Object.getPrototypeOf(navigator), 'storage', { value: undefined });`;

/** In the worker: a browser that has the folder and never gives a handle. */
export const noHandles = `
    FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
        throw new DOMException('not here, says the test', 'NotSupportedError');
    };`;

export const refuse = (page: Page, what: 'handles' | 'directory') =>
    page.evaluate((name) => caches.open(`refuse ${name}`), what).then(() => {});
export const allow = (page: Page, what: 'handles' | 'directory') =>
    page.evaluate((name) => caches.delete(`refuse ${name}`), what);

export async function setDiskFull(page: Page, full: boolean): Promise<void> {
    await page.evaluate((value) => {
        const channel = new BroadcastChannel('test: the disk is full');
        channel.postMessage(value);
        channel.close();
    }, full);
}

/** In the worker: of the first handles that are opened at each start, the third is refused, as Safari does at times. */
export const oneRefusal = `
    let opened = 0;
    const handle = FileSystemFileHandle.prototype.createSyncAccessHandle;
    FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
        if (++opened === REFUSED) throw new DOMException('refused once by the test', 'InvalidStateError');
        return handle.call(this);
    }`;

/** In the worker: counts, and tells who asks. */
export const counts = `
    const counted = { flushes: 0, batches: 0, freed: 0 };
    const flush = FileSystemSyncAccessHandle.prototype.flush;
    FileSystemSyncAccessHandle.prototype.flush = function () {
        ++counted.flushes;
        return flush.call(this);
    };
    const headerWithoutPath = (bytes, options) => options?.at === 0 && bytes.byteLength === 516 && bytes[0] === 0;
    const write = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
        if (headerWithoutPath(bytes, options) && this.getSize() > 4096) ++counted.freed;
        return write.call(this, bytes, options);
    };
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...what) {
        ++counted.batches;
        return add.apply(this, what);
    };
    const counting = new BroadcastChannel('test: counts');
    counting.onmessage = (event) => { if (event.data === 'how many') counting.postMessage(counted); };`;

export interface Counts {
    readonly flushes: number;
    /** That the second copy was given. */
    readonly batches: number;
    /** Files of the pool that had something in them and were given up. */
    readonly freed: number;
}

export function readCounts(page: Page): Promise<Counts> {
    return page.evaluate(
        () =>
            new Promise<Counts>((resolve) => {
                const channel = new BroadcastChannel('test: counts');
                channel.onmessage = ({ data }: MessageEvent<Counts>) => {
                    channel.close();
                    resolve(data);
                };
                channel.postMessage('how many');
            }),
    );
}
