// What changed between two texts of a field, counted as the DOM counts: in UTF-16 units.
// Never cuts a surrogate pair in two.

export interface Difference {
    readonly start: number;
    readonly erased: number;
    readonly inserted: string;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

export function difference(before: string, after: string): Difference {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) ++start;
    if (start > 0 && isHigh(after.charCodeAt(start - 1))) --start;

    let end = 0;
    while (
        end < shorter - start &&
        before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
    ) {
        ++end;
    }
    if (end > 0 && isLow(after.charCodeAt(after.length - end))) --end;
    return {
        start,
        erased: before.length - start - end,
        // Half a character cannot be kept: U+FFFD is as long, so later offsets stay right.
        inserted: after.slice(start, after.length - end).toWellFormed(),
    };
}
