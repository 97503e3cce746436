// Sentences that core and the worker say, in another language: each is found by its English, as the source has it.
// Never half translated: what is not known whole is said as it came. The app's own is app/words/sentences.cpp.

export type Sentences = (said: string) => string;

interface Sentence {
    readonly english: readonly string[]; // the pieces around what is put in
    readonly translation: readonly string[];
}

interface Match {
    readonly words: string;
    readonly length: number; // of what was said
}

/** What the translation makes of the beginning of `said`; nothing if the sentence does not stand there. */
function matched({ english, translation }: Sentence, said: string): Match | undefined {
    const [first = '', ...others] = english;
    if (!said.startsWith(first)) return undefined;
    let at = first.length;
    let words = translation[0] ?? '';
    for (const [index, piece] of others.entries()) {
        const end = piece === '' ? said.length : said.indexOf(piece, at);
        if (end < 0) return undefined;
        words += said.slice(at, end) + (translation[index + 1] ?? '');
        at = end + piece.length;
    }
    return { words, length: at };
}

/** `table`: translations by the English, with {} where the source puts something in. */
export function sentencesOf(table: Readonly<Record<string, unknown>>): Sentences {
    const sentences = Object.entries(table).flatMap(([text, value]): Sentence[] => {
        if (typeof value !== 'string' || value.trim() === '') return [];
        const [english, translation] = [text.split('{}'), value.split('{}')];
        return english.some((piece) => piece !== '') && english.length === translation.length ? [{ english, translation }] : [];
    });
    return (said) => {
        let words = '';
        for (let rest = said; rest !== ''; ) {
            let longest: Match | undefined;
            for (const sentence of sentences) {
                const match = matched(sentence, rest);
                if (match && match.length > (longest?.length ?? 0)) longest = match;
            }
            if (!longest) return said;
            // Between what was being done and why it failed, and between two sentences.
            const [between = ''] = /^(?:: | )?/.exec(rest.slice(longest.length)) ?? [];
            words += longest.words + between;
            rest = rest.slice(longest.length + between.length);
        }
        return words;
    };
}
