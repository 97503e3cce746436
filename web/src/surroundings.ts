// What the page knows of its place: size, density, safe area, keyboard, size of words, colours and keys wished for.
// Never resizes the canvas for the on-screen keyboard: that only makes the work area smaller.
import { singleKeys, watchSingleKeys } from './single-keys';
import { type SystemColours, systemColours } from './system-colours';
import { textPercent, watchTextSize } from './text-size';

/** As Surroundings of platform/surroundings.h. */
export interface Surroundings {
    readonly work: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly dark: boolean;
    readonly moreContrast: boolean;
    readonly reducedMotion: boolean;
    readonly keyboard: boolean;
    readonly textPercent: number;
    readonly singleKeys: boolean;
    readonly forced: SystemColours | undefined;
}

export interface SurroundingsTarget {
    resize(width: number, height: number, density: number): void;
    surround(surroundings: Surroundings): void;
    wake(): void;
}

const highestDensity = 2;

export function watchSurroundings(canvas: HTMLCanvasElement, target: SurroundingsTarget): void {
    const probe = document.createElement('div'); // its padding is the safe area's insets
    probe.id = 'safe-area';
    document.body.append(probe);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const forced = matchMedia('(forced-colors: active)');

    const resize = (): void => {
        const density = Math.min(devicePixelRatio, highestDensity);
        const { clientWidth: width, clientHeight: height } = canvas;
        const [across, down] = [Math.round(width * density), Math.round(height * density)];
        if (canvas.width !== across) canvas.width = across;
        if (canvas.height !== down) canvas.height = down;
        target.resize(width, height, density);
        surround();
    };

    const surround = (): void => {
        const insets = getComputedStyle(probe);
        const [left, top] = [parseFloat(insets.paddingLeft), parseFloat(insets.paddingTop)];
        const right = canvas.clientWidth - parseFloat(insets.paddingRight);
        const lowest = keyboardTop(canvas);
        const bottom = Math.min(canvas.clientHeight - parseFloat(insets.paddingBottom), lowest);
        target.surround({
            work: { x: left, y: top, width: right - left, height: bottom - top },
            dark: dark.matches,
            moreContrast: contrast.matches,
            reducedMotion: calm.matches,
            keyboard: lowest < canvas.clientHeight,
            textPercent: textPercent(),
            singleKeys: singleKeys(),
            forced: forced.matches ? systemColours(probe) : undefined,
        });
        target.wake();
    };

    const watchDensity = (): void => {
        matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
            'change',
            () => {
                resize();
                watchDensity();
            },
            { once: true },
        );
    };

    new ResizeObserver(resize).observe(canvas);
    new ResizeObserver(surround).observe(probe); // the insets may change while the page keeps its size
    // One theme of forced colours may be changed for another without a word: it is looked for when the page is seen again.
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && forced.matches) surround();
    });
    for (const wish of [dark, contrast, calm, forced]) wish.addEventListener('change', surround);
    visualViewport?.addEventListener('resize', surround);
    visualViewport?.addEventListener('scroll', surround);
    watchTextSize(surround);
    watchSingleKeys(surround);
    watchDensity();
    resize();
}

/** Where the on-screen keyboard begins, as far as the browser tells; a page that was pinched larger tells nothing. */
function keyboardTop(canvas: HTMLCanvasElement): number {
    const seen = visualViewport;
    if (!seen || Math.abs(seen.scale - 1) > 0.01) return canvas.clientHeight;
    const hidden = canvas.clientHeight - seen.height - seen.offsetTop;
    return hidden > 80 ? canvas.clientHeight - hidden : canvas.clientHeight;
}
