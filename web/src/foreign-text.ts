// Words that the canvas' own font has no letters for: measured, broken into lines and painted by the browser, which knows
// every script that the system has fonts for, how its letters join, and which way they run.
// Never keeps any of the words: who asked keeps what was answered.
import { make } from './dom';

/** As ForeignStyle of platform/foreign_text.h. */
export interface ForeignStyle {
    readonly em: number; // CSS pixels
    readonly weight: number;
    readonly direction: number;
}

/** As ForeignPicture of platform/foreign_text.h. */
export interface ForeignPicture {
    readonly width: number;
    readonly height: number;
    readonly left: number;
    readonly baseline: number;
    readonly rgba: Uint8ClampedArray;
}

export interface ForeignText {
    /** In CSS pixels. */
    width(line: string, style: ForeignStyle): number;
    /** How much of the text makes a first line; in UTF-16 units. */
    fitting(text: string, style: ForeignStyle, width: number, breakAt: number): number;
    paint(line: string, style: ForeignStyle, colour: number, density: number): ForeignPicture;
    /** Where a part of a line is seen, in CSS pixels from where it begins. */
    span(line: string, style: ForeignStyle, from: number, to: number): { readonly left: number; readonly width: number };
}

const families = 'Inter, system-ui, sans-serif';
const rightToLeft = 1; // Direction of platform/foreign_text.h
const atLetters = 1; // BreakAt of platform/foreign_text.h
const mostPixels = 8192; // on a side; graphics cards take no more

// Scripts that are written without blanks between words.
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{Extended_Pictographic}]/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Mn}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

function fontOf({ em, weight }: ForeignStyle, density: number): string {
    return `${weight} ${em * density}px ${families}`;
}

/** May a line end between these two? Each is a word, or what stands between words. */
function breaksBetween(before: string, after: string): boolean {
    if (/^\s/u.test(after)) return false; // blanks stay with the line that they end
    if (/\s$/u.test(before)) return true;
    if (closing.test(after) || opening.test(before)) return false;
    return before.endsWith('-') || dense.test(before) || dense.test(after);
}

/** All places where a line may end, the end of the text among them. */
function endsOf(text: string, segmenter: Intl.Segmenter, breaks: (before: string, after: string) => boolean): number[] {
    const ends: number[] = [];
    let before = '';
    let at = 0;
    for (const { segment } of segmenter.segment(text)) {
        if (at > 0 && breaks(before, segment)) ends.push(at);
        at += segment.length;
        before = segment;
    }
    ends.push(text.length);
    return ends;
}

/** The last of `ends` at which `fits`; `undefined` if none does. What fits is at the front. */
function lastThat(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
    let [from, to] = [0, ends.length];
    while (from < to) {
        const middle = (from + to) >> 1;
        if (fits(ends[middle] ?? 0)) from = middle + 1;
        else to = middle;
    }
    return ends[from - 1];
}

export function foreignText(): ForeignText {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('This browser does not draw words.');
    const words = new Intl.Segmenter(undefined, { granularity: 'word' });
    const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

    const set = (style: ForeignStyle, density = 1): void => {
        pen.font = fontOf(style, density);
        pen.direction = style.direction === rightToLeft ? 'rtl' : 'ltr';
        pen.textAlign = 'left';
    };

    return {
        width(line, style) {
            set(style);
            return pen.measureText(line).width;
        },
        fitting(text, style, width, breakAt) {
            set(style);
            const fits = (end: number): boolean => pen.measureText(text.slice(0, end).trimEnd()).width <= width;
            const atWords = breakAt === atLetters ? undefined : lastThat(endsOf(text, words, breaksBetween), fits);
            if (atWords !== undefined) return atWords;
            const ends = endsOf(text, letters, () => true);
            return lastThat(ends, fits) ?? (breakAt === atLetters ? 0 : (ends[0] ?? 0));
        },
        paint(line, style, colour, density) {
            set(style, density);
            const seen = pen.measureText(line);
            const margin = 2; // for what is smoothed over the edge
            const left = Math.ceil(Math.max(seen.actualBoundingBoxLeft, 0)) + margin;
            const baseline = Math.ceil(Math.max(seen.actualBoundingBoxAscent, 0)) + margin;
            const right = Math.ceil(Math.max(seen.width, seen.actualBoundingBoxRight)) + margin;
            const width = Math.min(left + right, mostPixels);
            const height = Math.min(baseline + Math.ceil(Math.max(seen.actualBoundingBoxDescent, 0)) + margin, mostPixels);
            canvas.width = width; // which also empties it
            canvas.height = height;
            set(style, density);
            pen.fillStyle = `#${colour.toString(16).padStart(6, '0')}`;
            pen.fillText(line, left, baseline);
            const { data } = pen.getImageData(0, 0, width, height);
            canvas.width = canvas.height = 0;
            return { width, height, left, baseline, rgba: data };
        },
        span(line, style, from, to) {
            const element = make('div', { dir: style.direction === rightToLeft ? 'rtl' : 'ltr' }, line);
            Object.assign(element.style, { position: 'fixed', visibility: 'hidden', whiteSpace: 'pre', font: fontOf(style, 1) });
            document.body.append(element);
            const range = document.createRange();
            const text = element.firstChild ?? element;
            range.setStart(text, from);
            range.setEnd(text, to);
            const [part, whole] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
            element.remove();
            return { left: part.left - whole.left, width: part.width };
        },
    };
}
