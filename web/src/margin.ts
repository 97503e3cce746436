// What stands in the margin beside lines of prose: found by setting the words a second time, unseen, once typing rests.
// Never while keys come: what was found before moves along with the words until then.
import { make } from './dom';
import type { Box } from './packet';

/** Something beside the line in which it begins. */
export interface MarginNote {
    readonly from: number; // UTF-16 units
    readonly text: string;
}

export interface MarginLook {
    readonly width: number;
    readonly fontSize: number;
    readonly notes: readonly MarginNote[];
}

export interface Margin {
    readonly element: HTMLElement;
    /** Takes over what C++ says; what is beside words that were typed since stays where these put it. */
    show(look: MarginLook, box: Box): void;
    /** The words were changed so. */
    typed(start: number, erased: number, inserted: number): void;
    close(): void;
}

const restMs = 400; // after the last key; words go to the engine after 300
/** A longer text has no stamps beside it: setting it takes longer than the time between two keys. */
const mostLetters = 50_000;

interface Shown {
    from: number;
    readonly label: HTMLElement;
}

const same = (one: readonly MarginNote[], other: readonly MarginNote[]): boolean =>
    one.length === other.length && one.every((note, at) => note.from === other[at]?.from && note.text === other[at].text);

/** Where the middles of the lines are, in the words' own coordinates, in which the letters at `places` stand. */
function linesOf(input: HTMLTextAreaElement, places: readonly number[]): number[] {
    const last = places.at(-1) ?? 0;
    const end = input.value.indexOf('\n', last);
    const text = new Text(input.value.slice(0, end < 0 ? undefined : end) + '\u200b');
    const setting = make('div', { class: 'setting', 'aria-hidden': 'true' }, text);
    const { style } = setting;
    style.fontSize = input.style.fontSize;
    style.padding = input.style.padding;
    style.width = `${input.clientWidth}px`; // without the scrollbar
    input.after(setting);
    const top = setting.getBoundingClientRect().top;
    const range = document.createRange();
    const lines = places.map((place) => {
        const at = Math.min(place, text.length - 1);
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const letter = range.getClientRects()[0];
        return letter ? (letter.top + letter.bottom) / 2 - top : 0;
    });
    setting.remove(); // the words stand in one place only
    return lines;
}

export function makeMargin(input: HTMLTextAreaElement): Margin {
    const roll = make('div', { class: 'roll' });
    const element = make('div', { class: 'margin', 'aria-hidden': 'true', hidden: true }, roll);
    let known: readonly MarginNote[] = [];
    let shown: Shown[] = [];
    let measured = ''; // for which words' width and size
    let due: ReturnType<typeof setTimeout> | undefined;

    const measure = (): void => {
        due = undefined;
        const fits = input.value.length <= mostLetters;
        roll.hidden = !fits;
        if (!fits || shown.length === 0 || !input.isConnected) return;
        const lines = linesOf(input, shown.map((one) => one.from));
        shown.forEach(({ label }, at) => {
            label.style.top = `${lines[at] ?? 0}px`;
            label.hidden = false;
        });
        follow();
    };
    const soon = (ms: number): void => {
        clearTimeout(due);
        due = setTimeout(measure, ms);
    };
    const follow = (): void => {
        roll.style.transform = `translateY(${-input.scrollTop}px)`;
    };
    input.addEventListener('scroll', follow, { passive: true });

    return {
        element,
        show({ width, fontSize, notes }, box) {
            element.hidden = width === 0;
            const { style } = element;
            style.left = `${box.x - width}px`;
            style.top = `${box.y}px`;
            style.width = `${width}px`;
            style.height = `${box.height}px`;
            style.fontSize = `${fontSize}px`;
            const now = `${box.width} ${input.style.fontSize}`;
            if (same(known, notes) && now === measured) return;
            measured = now;
            if (!same(known, notes)) {
                known = notes;
                const old = shown;
                shown = notes.map(({ from, text }, at) => {
                    const label = old[at]?.label ?? make('div', { class: 'stamp', hidden: true }); // until its line is found
                    if (label.textContent !== text) label.textContent = text;
                    return { from, label };
                });
                roll.replaceChildren(...shown.map((one) => one.label));
            }
            soon(due === undefined ? 0 : restMs);
        },
        typed(start, erased, inserted) {
            for (const one of shown) {
                if (one.from >= start + erased && one.from > start) one.from += inserted - erased;
                else if (one.from > start) one.from = start;
            }
            soon(restMs);
        },
        close() {
            clearTimeout(due);
        },
    };
}
