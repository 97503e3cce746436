// The small sample inspection, which stands in the place of the whole one wherever a test does not ask for that.
// Never known to the page: it asks for the address that was built, and the service worker keeps what comes.
import { resolve } from 'node:path';

/** The tests run in web/. */
export const smallSample = resolve('..', 'tests', 'data', 'sample', 'small.json');

/** True of the sample's own address, which has in it what the whole one is known by. */
export function isSample(path: string): boolean {
    return /\/assets\/sample-[^/]*\.json$/.test(path);
}
