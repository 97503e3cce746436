// The way from a page that knew words to one that knows none, in another process: the browser ends the first.
// Never ends on a page that is empty, and never decides whether the first may go.

/** Stands in the address of the page in between, which the service worker makes itself. */
const mark = 'anew';

/** The page in between, for a page at `address`; without a service worker the same page as ever is there. */
export function interludeOf(address: string): string {
    const url = new URL(address);
    url.searchParams.set(mark, '');
    return url.href;
}

export const isInterlude = (asked: URL): boolean => asked.searchParams.has(mark);

/** It goes on at once to where it was asked from. The link is for a browser that goes nowhere unasked. */
export function interludePage(asked: URL): string {
    const next = new URL(asked);
    next.searchParams.delete(mark);
    // Whole, for a path may begin like another host: //example.org/
    const to = next.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return (
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="color-scheme" content="light dark">' +
        '<meta name="viewport" content="width=device-width">' +
        `<title>Daybook</title><meta http-equiv="refresh" content="0;url=${to}"><a href="${to}">Daybook</a></html>`
    );
}

export const beginAnew = (): void => location.replace(interludeOf(location.href));
