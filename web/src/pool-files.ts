// The pool's files as they lie there, looked through before SQLite's pool is installed: it would empty a file whose
// header is damaged, and take up a log that belongs to no database.
// Never changes a file that has anything in it before a copy of it is on disk elsewhere.
import type { Aside } from './aside';
import { poolFolders } from './no-files';
import { dataAt, headerSize, type PoolHeader, readHeader } from './pool-header';

interface PoolFile {
    readonly handle: FileSystemSyncAccessHandle;
    readonly header: PoolHeader;
}

/** As the engine says it to the person. */
export type Finding = string;

async function poolFolder(): Promise<FileSystemDirectoryHandle> {
    let folder = await navigator.storage.getDirectory();
    for (const name of poolFolders) folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
}

function start(handle: FileSystemSyncAccessHandle, at: number, size: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, handle.read(bytes, { at }));
}

/** Opens all files, or none and throws. */
async function openFiles(folder: FileSystemDirectoryHandle): Promise<PoolFile[]> {
    const opening: Promise<FileSystemSyncAccessHandle>[] = [];
    for await (const entry of folder.values()) {
        if (entry instanceof FileSystemFileHandle) opening.push(entry.createSyncAccessHandle());
    }
    const opened = await Promise.allSettled(opening);
    const refusal = opened.find((one) => one.status === 'rejected');
    const handles = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    if (refusal) {
        for (const handle of handles) handle.close();
        throw refusal.reason;
    }
    return handles.map((handle) => ({ handle, header: readHeader(start(handle, 0, headerSize)) }));
}

/** Makes it a free file of the pool's, as if it had just been made. */
function free(handle: FileSystemSyncAccessHandle): void {
    handle.write(new Uint8Array(headerSize), { at: 0 });
    handle.truncate(dataAt);
    handle.flush();
}

function looksLikeDatabase(handle: FileSystemSyncAccessHandle): boolean {
    return new TextDecoder().decode(start(handle, dataAt, 15)) === 'SQLite format 3';
}

const logEnding = /-(wal|journal)$/;

function sentence(name: string): Finding {
    return `A file of the notebook was damaged. It was kept as it is, under the name ${name}.`;
}

/** What of the files cannot stay, and whether a copy is made of it. */
function* suspicious(files: readonly PoolFile[]): Generator<PoolFile & { readonly copied: boolean }> {
    const paths = new Set(files.flatMap(({ header }) => (header.kind === 'named' ? [header.path] : [])));
    for (const file of files) {
        const { handle, header } = file;
        const isOdd = handle.getSize() < dataAt;
        if (header.kind === 'damaged') {
            yield { ...file, copied: true };
        } else if (header.kind === 'free') {
            // A file was freed, and the power failed before its old content was cut off: a later log of SQLite's could
            // begin with what is left. A database is never freed but when it stands elsewhere; yet nobody asks for room.
            if (handle.getSize() > dataAt) yield { ...file, copied: looksLikeDatabase(handle) };
        } else if (isOdd || (logEnding.test(header.path) && !paths.has(header.path.replace(logEnding, '')))) {
            yield { ...file, copied: true };
        }
    }
}

/**
 * Copies aside what SQLite's pool would lose, frees its place, and tells what was found.
 * Throws if a handle is refused, or a copy cannot be made; then that file is as it was. How many files there are.
 */
export async function examinePool(aside: Aside, found: (finding: Finding) => void): Promise<number> {
    const files = await openFiles(await poolFolder());
    try {
        for (const { handle, copied } of [...suspicious(files)]) {
            if (copied) found(sentence(await aside.copy(handle, 'pool-file')));
            free(handle);
        }
        return files.length;
    } finally {
        for (const { handle } of files) handle.close();
    }
}
