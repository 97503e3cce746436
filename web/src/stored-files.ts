// The notebook's own files in SQLite's pool: which there are, setting one aside, removing one.
// Never touches a file that is open, and never removes one to keep it before its copy is on disk.
import type { Pool } from './pool';

// In this order: a database of the same name that is made later must never find an old log.
const endings = ['-wal', '-journal', ''] as const;

export interface StoredFiles {
    /** Of the databases, without their logs. */
    names(): string[];
    /** Keeps a database and its write-ahead log outside of the pool. Its new name; throws if it could not be kept. */
    setAside(name: string): string;
    remove(name: string): void;
}

/** Where there is no pool: what is opened lies in memory, and goes with whoever closes it. */
export const noStoredFiles: StoredFiles = {
    names: () => [],
    setAside() {
        throw new DOMException('there are no files', 'NotSupportedError');
    },
    remove: () => {},
};

export function storedFiles({ util, aside }: Pool): StoredFiles {
    const bytesOf = (path: string): Uint8Array =>
        util.getFileNames().includes(path) ? util.exportFile(path) : new Uint8Array();
    const remove = (name: string): void => {
        for (const ending of endings) util.unlink(`/${name}${ending}`);
    };
    return {
        names: () =>
            util
                .getFileNames()
                .filter((path) => path.endsWith('.db'))
                .map((path) => path.slice(1)),
        setAside(name) {
            const kept = aside.keep(bytesOf(`/${name}`), bytesOf(`/${name}-wal`));
            remove(name);
            return kept;
        },
        remove,
    };
}
