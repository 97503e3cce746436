// The words of the page, in the language that the person reads.
// Never a text of its own: all of them are in assets/locales, and what a language lacks is said in English.
import { language as english, page } from '@assets/locales/en-GB.json';
import { type Sentences, sentencesOf } from './sentences';

export type PageWord = keyof PagePlaceholders;

/** The texts in which nothing is put: such an id can be handed on, and said later. */
export type PlainWord = { [Id in PageWord]: PagePlaceholders[Id] extends undefined ? Id : never }[PageWord];

type PutIn<Id extends PageWord> = PagePlaceholders[Id] extends undefined ? [] : [put: PagePlaceholders[Id]];

/** `say('unlock.locked')`, and where something is put in `say('recovery.saved', { file })`. */
export type Say = <Id extends PageWord>(id: Id, ...put: PutIn<Id>) => string;

export interface Words {
    readonly say: Say;
    /** What the engine said, one sentence or several; as it came if the table does not know all of it. */
    readonly translated: Sentences;
    /** As in the attribute `lang`. */
    readonly language: string;
    /** What is said in English, and why: for who translates. */
    readonly shortcomings: readonly string[];
}

/** A failure that is said in words of the page. */
export class Told extends Error {
    constructor(readonly word: PlainWord) {
        super(word);
    }
}

const braces = /\{([^{}]*)\}/g;

const namesIn = (text: string): string => [...new Set(Array.from(text.matchAll(braces), ([, name]) => name))].sort().join(', ');

/** What is wrong with a text in the place of `model`; nothing if it will do. */
function objection(text: unknown, model: string): string {
    if (typeof text !== 'string') return text === undefined ? 'is missing' : 'is no text';
    if (text.trim() === '') return 'is empty';
    if (/[{}]/.test(text.replace(braces, ''))) return 'has a brace that stands alone';
    const [names, expected] = [namesIn(text), namesIn(model)];
    return names === expected ? '' : `puts in ${names || 'nothing'} where ${expected || 'nothing'} is put in`;
}

function membersOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
    const member = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    return typeof member === 'object' && member !== null ? (member as Record<string, unknown>) : {};
}

function languageOf(table: unknown): string {
    const named = (table as { language?: unknown } | null)?.language;
    try {
        return typeof named === 'string' ? (Intl.getCanonicalLocales(named)[0] ?? english) : english;
    } catch {
        return english; // it names none
    }
}

function speaking(texts: Readonly<Record<string, string>>): Say {
    return (id, ...put) => {
        const values: Readonly<Record<string, string>> = put[0] ?? {};
        return (texts[id] ?? '').replace(braces, (_whole, name: string) => values[name] ?? '');
    };
}

/** A table of assets/locales, as JSON.parse gives it. Whatever it is, there are words. */
export function wordsOf(table: unknown): Words {
    const found = membersOf(table, 'page');
    const texts: Record<string, string> = { ...page };
    const shortcomings = Object.keys(found)
        .filter((id) => !(id in page))
        .map((id) => `${id} is not known`);
    for (const [id, model] of Object.entries(page)) {
        const text = found[id];
        const wrong = objection(text, model);
        if (wrong) shortcomings.push(`${id} ${wrong}`);
        else texts[id] = text as string;
    }
    return { say: speaking(texts), translated: sentencesOf(membersOf(table, 'core')), language: languageOf(table), shortcomings };
}

/** As it is built in. */
export const englishWords = (): Words => ({
    say: speaking(page),
    translated: (said) => said,
    language: english,
    shortcomings: [],
});
