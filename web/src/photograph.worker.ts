// Makes a photograph ready: decoded the right way up, made smaller, and encoded anew, so that nothing is left of what a
// camera writes beside it - the place least of all. A thread of its own: this takes a second, and may run out of memory.
// Never keeps a photograph, and never has more than one.
import { imageSize } from './image-size';
import { Fault } from './photograph-fault';
import { isWhole } from './whole-file';

export type ReadyPhotograph =
    | { readonly jpeg: Uint8Array<ArrayBuffer> }
    | { readonly fault: number; readonly megapixels?: number };

/** What of a worker's global scope is used here; the DOM's types describe the page's. */
interface WorkerScope {
    onmessage: ((event: MessageEvent<File>) => void) | null;
    postMessage(message: ReadyPhotograph, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const longestSide = 2400; // a sheet of A4 at 200 dots an inch: small print can be read
const quality = 0.85;
const mostPixels = 64_500_000; // a sensor of 64 megapixels; decoded, 258 MB: more than many a tablet gives a page
const headerBytes = 1_000_000; // what a camera writes before the size of the picture is shorter than that

/** Before anything is decoded, and once more by what came of it: a file may say what it likes. */
function tooLarge(width: number, height: number): ReadyPhotograph | undefined {
    const pixels = width * height;
    return pixels > mostPixels ? { fault: Fault.tooLarge, megapixels: Math.round(pixels / 1e6) } : undefined;
}

/** On white, where the picture has holes: a JPEG has none. */
function drawn(bitmap: ImageBitmap): OffscreenCanvas {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(bitmap.width * scale)),
        Math.max(1, Math.round(bitmap.height * scale)),
    );
    const pen = canvas.getContext('2d', { alpha: false });
    if (!pen) throw new Error('the browser gives no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
}

async function makeReady(file: File): Promise<ReadyPhotograph> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // What does not say how large it is, is nothing that a camera makes: a page or a drawing under a picture's name.
    const size = imageSize(bytes.subarray(0, headerBytes));
    if (!size) return { fault: Fault.noPicture };
    const refused = tooLarge(size.width, size.height);
    if (refused) return refused;
    if (!isWhole(bytes)) return { fault: Fault.noPicture };
    let bitmap: ImageBitmap;
    try {
        bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    } catch {
        return { fault: Fault.noPicture };
    }
    try {
        const refusedNow = tooLarge(bitmap.width, bitmap.height);
        if (refusedNow) return refusedNow;
        const blob = await drawn(bitmap).convertToBlob({ type: 'image/jpeg', quality });
        if (blob.type !== 'image/jpeg' || blob.size === 0) return { fault: Fault.noMemory };
        return { jpeg: new Uint8Array(await blob.arrayBuffer()) };
    } catch {
        return { fault: Fault.noMemory };
    } finally {
        bitmap.close();
    }
}

scope.onmessage = (event) => {
    makeReady(event.data).then(
        (ready) => scope.postMessage(ready, 'jpeg' in ready ? [ready.jpeg.buffer] : []),
        () => scope.postMessage({ fault: Fault.noPicture }, []), // the file could not even be read
    );
};
