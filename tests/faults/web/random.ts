// Chance that can be repeated: the same seed gives the same choices.
// Never asks the machine for randomness.

export interface Chance {
    /** A whole number from `from` up to and with `to`. */
    between(from: number, to: number): number;
    /** True once in so many times. */
    once(times: number): boolean;
    pick<T>(from: readonly T[]): T;
}

/** Mulberry32: 32 bits of state are plenty for choosing moments. */
export function chance(seed: number): Chance {
    let state = seed >>> 0;
    const draw = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
    };
    const between = (from: number, to: number): number => from + Math.floor(draw() * (to - from + 1));
    return {
        between,
        once: (times) => between(1, times) === 1,
        pick(from) {
            const chosen = from[between(0, from.length - 1)];
            if (chosen === undefined) throw new Error('there is nothing to choose from');
            return chosen;
        },
    };
}
