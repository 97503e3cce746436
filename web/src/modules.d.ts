// The two WebAssembly modules as emcc writes them, typed by hand.
// Never more of them than is used.

interface WasmModule {
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    _malloc(size: number): number;
    _free(pointer: number): void;
}

interface WasmOptions<Host> {
    host: Host;
    instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
}

declare module '@modules/daybook_app.mjs' {
    import type { AppHost } from './app-host';
    import type { AppModule } from './app-module';
    export default function create(options: WasmOptions<AppHost>): Promise<AppModule>;
}

declare module '@modules/daybook_engine.mjs' {
    import type { EngineHost, EngineModule } from './engine-host';
    export default function create(options: WasmOptions<EngineHost>): Promise<EngineModule>;
}

declare module '@modules/*.wasm?url' {
    const url: string;
    export default url;
}

declare module '@fonts/*?url' {
    const url: string;
    export default url;
}

declare module '@assets/*?url' {
    const url: string;
    export default url;
}

declare namespace WebAssembly {
    /** What C++ throws; not yet in TypeScript's library. */
    class Exception {}
}

/** What of OPFS exists in a worker only, and is not in TypeScript's library of the page. */
interface FileSystemSyncAccessHandle {
    close(): void;
    flush(): void;
    getSize(): number;
    read(to: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    truncate(size: number): void;
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
}

interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
