// Browsers that give no files to a worker, which SQLite's pool needs: whether this is one of them.
// Never takes a refusal for one that lasts while a pool is there: it may hold words that stand nowhere else.
import { dataAt } from './pool-header';

/** The browser has no files for us, and there is nothing in a pool: the notebook lives in its second copy alone. */
export class NoFiles extends Error {}

/** Where sqlite-wasm's opfs-sahpool puts the files of the pool /daybook. */
export const poolFolders = ['daybook', '.opaque'];

const lasting = ['NotSupportedError', 'NotAllowedError', 'SecurityError'];

/**
 * That of a file's handle. Anything else is an accident, however often it happens: a file that is held, no room. The
 * folder itself is refused by private windows: what is stored there goes with them, so nothing is.
 */
export function isLastingRefusal(reason: unknown): boolean {
    return reason instanceof DOMException && lasting.includes(reason.name);
}

/** A folder of the origin's own. WebKitGTK has no StorageManager at all, whatever TypeScript thinks. */
function knowsFolder(): boolean {
    return 'getDirectory' in (navigator.storage ?? {});
}

/** The browser knows of such files. */
export function knowsFiles(): boolean {
    return knowsFolder() && 'createSyncAccessHandle' in (globalThis.FileSystemFileHandle?.prototype ?? {});
}

/** Something may lie in a pool, seen without opening it. */
export async function poolHoldsSomething(): Promise<boolean> {
    if (!knowsFolder()) return false;
    let folder = await navigator.storage.getDirectory();
    try {
        for (const name of poolFolders) folder = await folder.getDirectoryHandle(name);
    } catch (reason) {
        if (reason instanceof DOMException && reason.name === 'NotFoundError') return false;
        throw reason;
    }
    for await (const entry of folder.values()) {
        if (entry instanceof FileSystemFileHandle && (await entry.getFile()).size > dataAt) return true;
    }
    return false;
}
