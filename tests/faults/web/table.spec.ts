// The table itself: it is not well when a figure is missing, when something was lost, or when a word was found.
// Never starts a browser.
import { expect, test } from '@playwright/test';
import { table } from './table';

const complete = [
    ...['browser', 'renderer', 'worker', 'tab', 'natively'].map((how) => ({
        name: how === 'natively' ? 'kills natively' : `kills: ${how}`,
        kills: 3,
        acknowledged: 7,
        lost: 0,
        'longest unacknowledged ms': how === 'tab' ? 640 : 20,
        'bytes searched': 1000,
        found: 0,
    })),
    { name: 'power cuts in the browser', states: 9, acknowledged: 5, lost: 0, invented: 0, flushes: 4, commits: 4 },
    { name: 'plaintext in the browser', 'minutes after typing': 3, 'bytes searched': 0, found: 0 },
    { name: 'flushes natively, by the kernel’s count', commits: 20, flushes: 20 },
    { name: 'migration kills in the browser', 'kills of a migration': 2, acknowledged: 0, lost: 0 },
    { name: 'power cuts in the browser while the first format is brought up', states: 3, acknowledged: 0, lost: 0 },
    { name: 'power cuts natively', states: 8, acknowledged: 5, lost: 0 },
    { name: 'failing disk natively: fails', injected: 6, healed: 4, reported: 2, lost: 0 },
    { name: 'bit flips in the browser', flips: 3, healed: 3, reported: 0, wrong: 0 },
    { name: 'bit flips natively', flips: 5, healed: 5, reported: 0, wrong: 0 },
];

test('the faults’ table is well when everything was counted and nothing was lost', () => {
    const { rows, well } = table(complete);
    expect(well).toBe(true);
    expect(rows).toContainEqual(expect.stringMatching(/^longest unacknowledged text lost, ms +640$/));
    expect(rows).toContainEqual(expect.stringMatching(/^acknowledged, compared in all states and kills +45$/));
    expect(rows).toContainEqual(expect.stringMatching(/^bytes searched for plaintext +5000$/));
});

for (const { name } of complete) {
    test(`the faults’ table is not well without the figures of: ${name}`, () => {
        const { rows, well } = table(complete.filter((line) => line.name !== name));
        expect(well).toBe(false);
        expect(rows.join('\n')).toContain('not counted');
    });
}

for (const bad of ['lost', 'invented', 'wrong', 'found']) {
    test(`the faults’ table is not well when something is counted as ${bad}`, () => {
        expect(table([...complete, { name: 'another', [bad]: 1 }]).well).toBe(false);
    });
}
