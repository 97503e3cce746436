// What a power cut leaves of the second copy's transactions: pure, without a browser.
// Never what the engine makes of it: that is power_cuts.spec.ts.
import { expect, test } from '@playwright/test';
import { diskAfter } from './crash';
import { chance } from './random';
import type { Happening } from './recording';

const happened = (what: Happening['what'], path: string, bytes = ''): Happening => ({ what, path, at: 0, bytes: Buffer.from(bytes) });
const before = { files: new Map<string, Buffer>(), batches: [Buffer.from('old')] };

/** What there can be, over many throws of the dice. */
function batchesAfter(happenings: readonly Happening[]): Set<string> {
    const found = new Set<string>();
    for (let luck = 0; luck < 50; ++luck) {
        const { batches } = diskAfter(happenings, before, 'all of it', 'both copies', chance(luck));
        found.add(batches.join(' '));
    }
    return found;
}

test('a transaction that was not committed is not on the disk, one that was may be there whole, one that was answered is', () => {
    const replacing = [happened('clearing', '1'), happened('adding', '1', 'new')];
    expect(batchesAfter(replacing.slice(0, 1))).toEqual(new Set(['old']));
    expect(batchesAfter(replacing)).toEqual(new Set(['old']));
    const committed = [...replacing, happened('committing', '1')];
    expect(batchesAfter(committed)).toEqual(new Set(['old', 'new']));
    expect(batchesAfter([...committed, happened('added', '1')])).toEqual(new Set(['new']));
});

test('of two transactions that were committed the second is not on the disk without the first', () => {
    const both = [happened('adding', '1', 'a'), happened('committing', '1'), happened('adding', '2', 'b'), happened('committing', '2')];
    expect(batchesAfter(both)).toEqual(new Set(['old', 'old a']));
});
