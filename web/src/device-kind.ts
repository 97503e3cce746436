// What a browser's name says of how it treats a page's storage.
// Never guesses anything else from it.

/** Safari, and every browser on iOS, which all are Safari inside: clears what was not used for seven days. */
export function clearsWhenUnused(userAgent: string): boolean {
    const apple = /\((iPhone|iPad|iPod|Macintosh)[^)]*\) AppleWebKit\//.test(userAgent);
    return apple && !/ Chrom(e|ium)\//.test(userAgent);
}
