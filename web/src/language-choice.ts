// Which of the tables that there are fits the languages that the person reads.
// Never English: that is built in, and needs no table.

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The first of `wanted`, best first, that is `offered`: region and all, or the language at least. Nothing: English. */
export function tableFor(wanted: readonly string[], offered: readonly string[]): string | undefined {
    for (const tag of wanted) {
        const exact = offered.find((one) => one.toLowerCase() === tag.toLowerCase());
        const near = exact ?? offered.find((one) => primary(one) === primary(tag));
        if (near !== undefined) return near;
        if (primary(tag) === 'en') return undefined;
    }
    return undefined;
}
