// Where damaged files of the notebook are kept, as they were found: a folder of their own, outside of SQLite's pool.
// Never overwrites or deletes a file that has anything in it.

const folderName = 'daybook-aside';
const piece = 1024 * 1024; // bytes that are copied at once

/** Two open files, empty, for a database and its write-ahead log. */
interface Place {
    readonly name: string;
    readonly database: FileSystemSyncAccessHandle;
    readonly log: FileSystemSyncAccessHandle;
}

export interface Aside {
    /** Copies a file as it is. Resolves with its new name when the copy is on disk. */
    copy(from: FileSystemSyncAccessHandle, ending: string): Promise<string>;
    /** Opens the places that `keep` needs. */
    ready(): Promise<void>;
    /** Keeps a database and its log, at once, in a place that is ready. Its name, when both are on disk; else it throws. */
    keep(database: Uint8Array, log: Uint8Array): string;
    /** Lets go of what was not used; the next who opens it removes that. */
    close(): void;
}

async function openFile(folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemSyncAccessHandle> {
    return (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
}

/** A place that a worker had made ready when it was ended. */
async function isUnused(entry: FileSystemHandle): Promise<boolean> {
    return entry instanceof FileSystemFileHandle && (await entry.getFile()).size === 0;
}

function writeAll(to: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
    if (to.write(bytes, { at }) !== bytes.length) throw new DOMException('not all was written', 'QuotaExceededError');
}

function copyAll(from: FileSystemSyncAccessHandle, to: FileSystemSyncAccessHandle): void {
    const size = from.getSize();
    for (let at = 0; at < size; ) {
        const bytes = new Uint8Array(Math.min(piece, size - at));
        const read = from.read(bytes, { at });
        if (read === 0) throw new DOMException('the file ended early', 'NotReadableError');
        writeAll(to, bytes.subarray(0, read), at);
        at += read;
    }
    to.flush();
}

/** `places` databases can be kept one after the other without waiting. */
export async function openAside(places: number): Promise<Aside> {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName, { create: true });
    const taken = new Set<string>();
    for await (const [name, entry] of folder) {
        if (await isUnused(entry)) await folder.removeEntry(name);
        else taken.add(name.split('.')[0] ?? '');
    }
    const day = new Date().toISOString().slice(0, 10);
    const nextName = (): string => {
        let number = 1;
        while (taken.has(`${day}-${number}`)) ++number;
        taken.add(`${day}-${number}`);
        return `${day}-${number}`;
    };

    const free: Place[] = [];
    const fill = async (): Promise<void> => {
        while (free.length < places) {
            const name = nextName();
            const database = await openFile(folder, `${name}.db`);
            try {
                free.push({ name, database, log: await openFile(folder, `${name}.db-wal`) });
            } catch (reason) {
                database.close();
                throw reason;
            }
        }
    };

    return {
        async copy(from, ending) {
            const name = `${nextName()}.${ending}`;
            const to = await openFile(folder, name);
            try {
                copyAll(from, to);
            } finally {
                to.close();
            }
            return `${folderName}/${name}`;
        },
        ready: fill,
        keep(database, log) {
            const place = free[0];
            if (!place) throw new DOMException('no place is ready', 'InvalidStateError');
            const files = [
                [place.log, log],
                [place.database, database],
            ] as const;
            try {
                for (const [file, bytes] of files) {
                    writeAll(file, bytes as Uint8Array<ArrayBuffer>, 0);
                    file.flush();
                }
            } catch (reason) {
                for (const [file] of files) file.truncate(0); // the room is needed, and the original is still there
                throw reason;
            }
            free.shift();
            for (const [file] of files) file.close();
            void fill().catch((reason: unknown) => console.error(reason)); // a later `keep` says that none is ready
            return `${folderName}/${place.name}.db`;
        },
        close() {
            for (const place of free.splice(0)) {
                place.database.close();
                place.log.close();
            }
        },
    };
}
