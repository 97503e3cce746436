// The few colours that a system forces on every page (Windows' contrast themes), as numbers for the canvas.
// Never asked for while nothing is forced: then they say nothing.

/** Each as 0xRRGGBB. As SystemColours of platform/surroundings.h. */
export interface SystemColours {
    readonly canvas: number;
    readonly canvasText: number;
    readonly linkText: number;
    readonly buttonText: number;
    readonly highlight: number;
}

/** 'rgb(1, 2, 3)' as a number. */
function numberOf(colour: string): number {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
}

/** `probe` must be one whose colours are not forced themselves (forced-color-adjust: none). */
export function systemColours(probe: HTMLElement): SystemColours {
    const valueOf = (name: string): number => {
        probe.style.color = name;
        return numberOf(getComputedStyle(probe).color);
    };
    return {
        canvas: valueOf('Canvas'),
        canvasText: valueOf('CanvasText'),
        linkText: valueOf('LinkText'),
        buttonText: valueOf('ButtonText'),
        highlight: valueOf('Highlight'),
    };
}
