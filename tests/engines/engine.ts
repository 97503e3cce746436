// A browser with one page, driven from outside: what is asked of every engine.
// Never knows Daybook.

export interface Engine {
    open(address: string): Promise<void>;
    reload(): Promise<void>;
    /** Runs a function in the page. It knows nothing but what it is given. */
    evaluate<Given extends readonly unknown[], Found>(act: (...given: Given) => Found | Promise<Found>, ...given: Given): Promise<Found>;
    /** Presses the mouse's main button there and lets it go. In CSS pixels. */
    click(x: number, y: number): Promise<void>;
    /** Turns the wheel there, down by so many CSS pixels. */
    wheel(x: number, y: number, by: number): Promise<void>;
    /** Presses one key after the other. A line break is the Enter key. */
    type(text: string): Promise<void>;
    /** As PNG. */
    picture(): Promise<Uint8Array>;
    /** What the page's console was told as an error since it was loaded first. */
    errors(): Promise<readonly string[]>;
    close(): Promise<void>;
}

/** The page is as wide and high as that, or a little less where the browser's own bars take their share. */
export const windowSize = { width: 1100, height: 960 } as const;

/** A call of the function, as every driver takes it. */
export function scriptOf(act: (...given: never[]) => unknown, given: readonly unknown[]): string {
    return `(${String(act)})(...${JSON.stringify(given)})`;
}
