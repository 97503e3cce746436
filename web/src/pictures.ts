// Pictures over the canvas: decoded by the browser, drawn into canvases of their own under the mirror's shadow root.
// Never under an address: no blob URL is made, so that there is none to be kept, shared or forgotten. What a picture is
// called is with the mirror's node: these canvases are for eyes only.
import { make } from './dom';
import { type Box, readPacket } from './packet';

export interface Pictures {
    /** Takes over the pictures of a frame, as platform/web/pictures.cpp lays them out. */
    sync(packet: Uint8Array): void;
    /** The bytes of one. `decoded` hears what became of it. */
    give(handle: number, detail: number, mediaType: string, content: Uint8Array<ArrayBuffer>): void;
    drop(handle: number): void;
    /** For good: no pixel is left. */
    close(): void;
}

// PictureDetail of platform/pictures.h
const whole = 1;
const small = { width: 320, height: 240 }; // pixels that a small one fills at least

/** Its memory is given back at once, and not when the browser next tidies up. */
function release(canvas: HTMLCanvasElement): void {
    canvas.remove();
    canvas.width = canvas.height = 0;
}

/** As large as it is, or so that it covers a small place. */
function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, detail: number): void {
    const cover = Math.max(small.width / bitmap.width, small.height / bitmap.height);
    const scale = detail === whole ? 1 : Math.min(1, cover);
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('the browser gives no canvas');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}

function place(canvas: HTMLCanvasElement, box: Box, clip: Box): void {
    const { style } = canvas;
    style.left = `${box.x}px`;
    style.top = `${box.y}px`;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
    const top = Math.max(0, clip.y - box.y);
    const left = Math.max(0, clip.x - box.x);
    const right = Math.max(0, box.x + box.width - clip.x - clip.width);
    const bottom = Math.max(0, box.y + box.height - clip.y - clip.height);
    style.clipPath = top || left || right || bottom ? `inset(${top}px ${right}px ${bottom}px ${left}px)` : '';
}

/** `decoded` hears the size of a picture in its own pixels, or 0 and 0 if it is none. */
export function makePictures(
    root: ShadowRoot,
    decoded: (handle: number, width: number, height: number) => void,
): Pictures {
    const shelf = make('div', { 'aria-hidden': 'true', 'data-live': true });
    root.prepend(shelf);
    const canvases = new Map<number, HTMLCanvasElement>();

    const decode = async (canvas: HTMLCanvasElement, picture: Blob, detail: number): Promise<[number, number]> => {
        const bitmap = await createImageBitmap(picture);
        try {
            draw(canvas, bitmap, detail);
            return [bitmap.width, bitmap.height];
        } finally {
            bitmap.close();
        }
    };

    return {
        sync(packet) {
            const from = readPacket(packet);
            const shown = new Set<HTMLCanvasElement>();
            for (let left = from.u32(); left > 0; left -= 1) {
                const [handle, box, clip] = [from.u32(), from.box(), from.box()];
                const canvas = canvases.get(handle);
                if (!canvas) continue;
                place(canvas, box, clip);
                shown.add(canvas);
                if (!canvas.isConnected) shelf.append(canvas);
            }
            for (const canvas of canvases.values()) if (!shown.has(canvas)) canvas.remove();
        },
        give(handle, detail, mediaType, content) {
            const canvas = make('canvas', { class: detail === whole ? 'picture' : 'picture small' });
            canvases.set(handle, canvas);
            decode(canvas, new Blob([content], { type: mediaType }), detail).then(
                ([width, height]) => {
                    if (canvases.get(handle) === canvas) decoded(handle, width, height);
                    else release(canvas); // nobody waits for it any more
                },
                () => {
                    if (canvases.get(handle) === canvas) decoded(handle, 0, 0);
                },
            );
        },
        drop(handle) {
            const canvas = canvases.get(handle);
            canvases.delete(handle);
            if (canvas) release(canvas);
        },
        close() {
            for (const canvas of canvases.values()) release(canvas);
            canvases.clear();
        },
    };
}
