// A page to which it is always the same moment, and whose chance is always the same: what it shows can be compared.
// Never for what is measured, and never for what is sealed.
export const moment = '2026-09-15T09:42:07+01:00';

/** In the worker, which Playwright's clock does not reach: the same moment, always. */
export const stoppedClock = `
    {
        const moment = ${Date.parse(moment)};
        const Real = Date;
        globalThis.Date = class extends Real {
            constructor(...parts) { parts.length ? super(...parts) : super(moment); }
            static now() { return moment; }
        };
    }`;

/** What is drawn at random, such as the words that are offered, is the same in each run. */
export function drawTheSame(): void {
    let state = 20260915;
    const next = (): number => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state >>> 0;
    };
    Crypto.prototype.getRandomValues = function <T extends ArrayBufferView | null>(array: T): T {
        if (array instanceof Uint32Array || array instanceof Uint8Array) array.forEach((_, at) => (array[at] = next()));
        return array;
    };
}
