// What the browser has stored of a notebook, read and changed while Daybook is not running: damage, loss, leftovers.
// Never opens a seal.
import { expect, type Page } from '@playwright/test';

/** A file of SQLite's pool. */
export interface PoolFile {
    readonly name: string;
    /** The file of SQLite's that it is; empty if it is free. */
    readonly path: string;
    readonly size: number;
}

/** Leaves Daybook for a page of the same origin in which no worker starts. */
export async function leaveDaybook(page: Page, address = './'): Promise<void> {
    await page.addInitScript(() => {
        if (location.search !== '?stored') return;
        const none = function (): object {
            return { postMessage: () => {} };
        };
        Object.defineProperty(globalThis, 'Worker', { value: none });
    });
    await page.goto(`${address}?stored`);
}

export function poolFiles(page: Page): Promise<PoolFile[]> {
    return page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await (await root.getDirectoryHandle('daybook')).getDirectoryHandle('.opaque');
        const files: PoolFile[] = [];
        for await (const [name, entry] of folder) {
            if (!(entry instanceof FileSystemFileHandle)) continue;
            const file = await entry.getFile();
            const path = new Uint8Array(await file.slice(0, 512).arrayBuffer());
            files.push({ name, path: new TextDecoder().decode(path.subarray(0, path.indexOf(0))), size: file.size });
        }
        return files;
    });
}

export async function poolFile(page: Page, path: string | RegExp): Promise<PoolFile> {
    const found = (await poolFiles(page)).find((file) => (typeof path === 'string' ? file.path === path : path.test(file.path)));
    if (!found) throw new Error(`the pool has no ${String(path)}`);
    return found;
}

/** Flips one bit. Waits until the worker that had the file is gone. */
export async function flipInPool(page: Page, name: string, at: number): Promise<void> {
    await changePool(page, name, at, 1);
}

/** Turns over the lowest bit of `count` bytes, which are made if the file ends before. */
export async function changePool(page: Page, name: string, at: number, count: number): Promise<void> {
    await expect(async () => {
        await page.evaluate(
            async (where) => {
                const root = await navigator.storage.getDirectory();
                const folder = await (await root.getDirectoryHandle('daybook')).getDirectoryHandle('.opaque');
                const handle = await folder.getFileHandle(where.name);
                const old = new Uint8Array(await (await handle.getFile()).slice(where.at, where.at + where.count).arrayBuffer());
                const writer = await handle.createWritable({ keepExistingData: true });
                const bytes = Uint8Array.from({ length: where.count }, (_, index) => (old[index] ?? 0) ^ 1);
                await writer.write({ type: 'write', position: where.at, data: bytes });
                await writer.close();
            },
            { name, at, count },
        );
    }).toPass({ timeout: 10_000 });
}

/** Puts the content of one file of the pool behind the header of another. */
export async function copyInPool(page: Page, from: string, to: string): Promise<void> {
    await page.evaluate(
        async (names) => {
            const root = await navigator.storage.getDirectory();
            const folder = await (await root.getDirectoryHandle('daybook')).getDirectoryHandle('.opaque');
            const content = (await (await folder.getFileHandle(names.from)).getFile()).slice(4096);
            const writer = await (await folder.getFileHandle(names.to)).createWritable({ keepExistingData: true });
            await writer.write({ type: 'write', position: 4096, data: content });
            await writer.close();
        },
        { from, to },
    );
}

/** Deletes a folder or file of OPFS's root. */
export async function deleteStored(page: Page, name: string): Promise<void> {
    await expect(async () => {
        await page.evaluate(async (entry) => {
            await (await navigator.storage.getDirectory()).removeEntry(entry, { recursive: true });
        }, name);
    }).toPass({ timeout: 10_000 });
}

export function deleteJournal(page: Page): Promise<void> {
    return page.evaluate(
        () =>
            new Promise<void>((resolve, reject) => {
                const request = indexedDB.deleteDatabase('daybook-journal');
                request.onsuccess = () => resolve();
                request.onerror = () => reject(request.error);
            }),
    );
}

export interface Kept {
    readonly name: string;
    readonly bytes: number[];
}

/** What lies in the folder of files that were set aside, apart from places that are only kept ready. */
export function keptAside(page: Page): Promise<Kept[]> {
    return page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const files: Kept[] = [];
        for await (const [name, entry] of await root.getDirectoryHandle('daybook-aside', { create: true })) {
            if (!(entry instanceof FileSystemFileHandle)) continue;
            const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
            if (bytes.length > 0) files.push({ name, bytes: Array.from(bytes) });
        }
        return files;
    });
}

export function bytesOfPool(page: Page, name: string): Promise<number[]> {
    return page.evaluate(async (file) => {
        const root = await navigator.storage.getDirectory();
        const folder = await (await root.getDirectoryHandle('daybook')).getDirectoryHandle('.opaque');
        return Array.from(new Uint8Array(await (await (await folder.getFileHandle(file)).getFile()).arrayBuffer()));
    }, name);
}

/** Puts one more batch behind all that the second copy holds. */
export function addToJournal(page: Page, batch: Uint8Array): Promise<void> {
    return page.evaluate(
        (bytes) =>
            new Promise<void>((resolve, reject) => {
                const opening = indexedDB.open('daybook-journal');
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const transaction = opening.result.transaction('batches', 'readwrite', { durability: 'strict' });
                    transaction.objectStore('batches').add(new Uint8Array(bytes));
                    transaction.onabort = () => reject(transaction.error);
                    transaction.oncomplete = () => {
                        opening.result.close();
                        resolve();
                    };
                };
            }),
        [...batch],
    );
}

/** How many batches the second copy holds. */
export function batchesInJournal(page: Page): Promise<number> {
    return page.evaluate(
        () =>
            new Promise<number>((resolve, reject) => {
                const opening = indexedDB.open('daybook-journal');
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const counting = opening.result.transaction('batches').objectStore('batches').count();
                    counting.onerror = () => reject(counting.error);
                    counting.onsuccess = () => {
                        opening.result.close();
                        resolve(counting.result);
                    };
                };
            }),
    );
}

/** How the second copy is damaged: a bit of the last batch's last row, or a record that is no batch. */
export type JournalDamage = 'flip a bit' | 'add what is no batch';

export function damageJournal(page: Page, damage: JournalDamage): Promise<void> {
    return page.evaluate(
        (what) =>
            new Promise<void>((resolve, reject) => {
                const opening = indexedDB.open('daybook-journal');
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const database = opening.result;
                    const transaction = database.transaction('batches', 'readwrite', { durability: 'strict' });
                    transaction.oncomplete = () => {
                        database.close();
                        resolve();
                    };
                    transaction.onabort = () => reject(transaction.error);
                    const batches = transaction.objectStore('batches');
                    if (what === 'add what is no batch') {
                        batches.add('this is no batch');
                        return;
                    }
                    const last = batches.openCursor(null, 'prev');
                    last.onsuccess = () => {
                        const cursor = last.result;
                        if (!cursor) throw new Error('the second copy is empty');
                        const bytes = cursor.value as Uint8Array;
                        const at = bytes.length - 5; // within the seal of its last row
                        bytes[at] = (bytes[at] ?? 0) ^ 1;
                        cursor.update(bytes);
                    };
                };
            }),
        damage,
    );
}
