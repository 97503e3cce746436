// Getting a WebAssembly module ready, and bytes and text into and out of its memory.
// Never keeps a view of a module's memory: it moves when it grows.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Compiles while it arrives; where a host names the wrong media type, after it has. */
export async function compile(url: string): Promise<WebAssembly.Module> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (response.headers.get('Content-Type') === 'application/wasm') return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
}

/** The option of emcc's modules by which they take what was compiled before. `failed` hears if it does not start. */
export function instantiation(module: WebAssembly.Module, failed: (reason: unknown) => void) {
    return (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object => {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), failed);
        return {};
    };
}

/** A copy of memory. */
export function bytesAt(wasm: WasmModule, pointer: number, size: number): Uint8Array<ArrayBuffer> {
    return wasm.HEAPU8.slice(pointer >>> 0, (pointer >>> 0) + size);
}

export function textAt(wasm: WasmModule, pointer: number, size: number): string {
    return decoder.decode(wasm.HEAPU8.subarray(pointer >>> 0, (pointer >>> 0) + size));
}

/** Calls `use` with a copy of the bytes in the module's memory, which is wiped and freed after. */
export function withBytes<T>(wasm: WasmModule, bytes: Uint8Array, use: (pointer: number, size: number) => T): T {
    const pointer = wasm._malloc(Math.max(bytes.length, 1)) >>> 0;
    if (pointer === 0) throw new Error('there is not enough memory');
    wasm.HEAPU8.set(bytes, pointer);
    try {
        return use(pointer, bytes.length);
    } finally {
        wasm.HEAPU8.fill(0, pointer, pointer + bytes.length);
        wasm._free(pointer);
    }
}

/** As above; half a surrogate pair becomes U+FFFD. */
export function withText<T>(wasm: WasmModule, text: string, use: (pointer: number, size: number) => T): T {
    return withBytes(wasm, encoder.encode(text), use);
}
