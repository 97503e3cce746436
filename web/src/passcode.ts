// Passcodes: words drawn by the browser's random source, and what a passcode of one's own must have.
// Never keeps one.
import type { Say } from './words';

export const shortestPasscode = 12; // characters; core/crypto refuses fewer as well

/** A whole number below `below`, each equally likely: draws that would favour the small ones are thrown away. */
export function randomBelow(below: number): number {
    const draw = new Uint32Array(1);
    const fair = Math.floor(0x1_0000_0000 / below) * below;
    let value: number;
    do {
        crypto.getRandomValues(draw);
        value = draw[0] ?? fair;
    } while (value >= fair);
    return value % below;
}

/** Four words of the list, which has 2,048 of them: 44 bits. */
export function fourWords(list: readonly string[]): string {
    return Array.from({ length: 4 }, () => list[randomBelow(list.length)] ?? '').join(' ');
}

/** What is wrong with it in plain words, or nothing. */
export function complaint(say: Say, passcode: string): string {
    const length = Array.from(passcode).length;
    if (length === 0) return say('passcode.none');
    if (length < shortestPasscode) {
        return say('passcode.short', { length: String(length), least: String(shortestPasscode) });
    }
    if (new Set(passcode).size < 5) return say('passcode.repeats');
    return '';
}
