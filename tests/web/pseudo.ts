// English made strange, so that a word which does not come from the table is seen: accents on its letters, two fifths
// longer, between brackets. As tests/app/pseudo.h has it for the app's screens.
// Never part of the product: it is a table like any other, served to the page as any other is.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// Inter, as assets/fonts/prepare.py cuts it, has none for m, q and v.
const small = 'áßçđéſğħíĵķłmñóþqřšťúvŵ×ýž';
const capital = 'ÁßÇĐÉŦĞĦÍĴĶŁMÑÓÞQŘŠŤÚVŴ×ÝŽ';
const more = 'éíóúá';

interface Table {
    readonly plurals: Readonly<Record<string, string>>;
    readonly app: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    readonly page: Readonly<Record<string, string>>;
}

/** The tests run in web/. */
const english = JSON.parse(readFileSync(resolve('..', 'assets/locales/en-GB.json'), 'utf8')) as Table;

const withoutNames = (text: string): string => text.replace(/\{[^}]*\}/g, '');

/** The letters alone, but for what stands in braces. */
export function accented(text: string): string {
    return text.replace(/\{[^}]*\}|[a-z]|[A-Z]/g, (part) => {
        if (part.length > 1) return part;
        const at = part.charCodeAt(0);
        return (at >= 97 ? small[at - 97] : capital[at - 65]) ?? part;
    });
}

/** A whole text of the table. One without letters stays as it is. */
export function pseudo(text: string): string {
    const letters = withoutNames(text).replace(/[^a-z]/gi, '').length;
    if (letters === 0) return text;
    const added = Array.from({ length: Math.floor((letters * 2 + 4) / 5) }, (_, at) => (at % 6 === 0 ? ' ' : '') + more[at % 5]);
    return `«${accented(text)}${added.join('')}»`;
}

/** The table of all of them, and of these sentences of the engine's. */
export function pseudoTable(sentences: readonly string[] = []): Buffer {
    const strange = (text: string): [string, string] => [text, pseudo(text)];
    const texts = (section: Table['app']): object =>
        Object.fromEntries(
            Object.entries(section).map(([id, text]) => [id, typeof text === 'string' ? pseudo(text) : texts(text)]),
        );
    const table = {
        language: 'en-XA',
        plurals: english.plurals,
        app: texts(english.app),
        page: texts(english.page),
        core: Object.fromEntries(sentences.map(strange)),
    };
    return Buffer.from(JSON.stringify(table));
}

/** What of a text no text of that table can be, once these words of others' are taken out. */
export function foreignPart(text: string, others: readonly string[]): string {
    const rest = others.reduce((left, other) => left.replaceAll(other, ''), text);
    return /[a-ln-pr-uw-z]/i.test(rest) ? rest.trim() : '';
}
