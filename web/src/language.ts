// Which table of words the person is shown, and where it comes from.
// Never anything but a file of this site, and never waited for where English will do.
import { tableFor } from './language-choice';
import { englishWords, type Words, wordsOf } from './words';

/** The tables of assets/locales but for English, which is built in: their addresses by their paths. */
const tables: Readonly<Record<string, string>> = import.meta.glob(
    ['../../assets/locales/*.json', '!../../assets/locales/en-GB.json'],
    { query: '?url', import: 'default', eager: true },
);

export interface Language extends Words {
    /** The table, for the app; missing where it is English. */
    readonly table: Uint8Array | undefined;
}

const tagOf = (path: string): string => path.replace(/^.*\/|\.json$/g, '');

/** Where the table is; nothing: English. A test, or who translates, names a file of this site: ?words=cy.json */
function address(): URL | undefined {
    const named = new URL(location.href).searchParams.get('words');
    if (named !== null) {
        const url = URL.canParse(named, location.href) ? new URL(named, location.href) : undefined;
        return url?.origin === location.origin ? url : undefined;
    }
    const offered = new Map(Object.entries(tables).map(([path, url]) => [tagOf(path), url]));
    const found = offered.get(tableFor(navigator.languages, [...offered.keys()]) ?? '');
    return found === undefined ? undefined : new URL(found, location.href);
}

async function fetched(url: URL): Promise<Uint8Array> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
}

export async function chosenLanguage(): Promise<Language> {
    const url = address();
    if (!url) return { ...englishWords(), table: undefined };
    let table: Uint8Array | undefined;
    try {
        table = await fetched(url);
        const words = wordsOf(JSON.parse(new TextDecoder().decode(table)));
        for (const one of words.shortcomings) console.warn(`${url.pathname}: ${one}`);
        return { ...words, table };
    } catch (reason) {
        console.error(reason); // the app says it as well, where it is given a table that is none
        return { ...englishWords(), table };
    }
}
