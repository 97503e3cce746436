// How much is drawn: frames as the page counts them, and what is sent to the graphics card.
// Never believes only the product's own count.
import type { Page } from '@playwright/test';

export interface Counted {
    readonly frames: number; // as the page counts
    readonly pictures: number; // that were begun
    readonly calls: number; // of the graphics card
    readonly callbacks: number; // that wait for a frame
}

function watchDrawing(): void {
    const counted = { pictures: 0, calls: 0, callbacks: 0 };
    Object.assign(globalThis, { counted });
    const { clear, drawElements: draw } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.clear = function (what) {
        ++counted.pictures;
        clear.call(this, what);
    };
    WebGL2RenderingContext.prototype.drawElements = function (...what) {
        ++counted.calls;
        draw.apply(this, what);
    };
    const wait = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => {
        ++counted.callbacks;
        return wait(callback);
    };
}

/** Since the page was loaded. */
export const count = (page: Page): Promise<Counted> =>
    page.evaluate(() => {
        const { counted } = globalThis as unknown as { counted: Omit<Counted, 'frames'> };
        return { ...counted, frames: Number(document.documentElement.dataset['frames'] ?? 0) };
    });

/** To be called before the page is loaded. */
export async function countDrawing(page: Page): Promise<void> {
    await page.addInitScript(watchDrawing);
}
