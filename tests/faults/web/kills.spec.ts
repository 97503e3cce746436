// The browser, its renderer, the worker or the tab ends while somebody types, marks, adds photographs and hands over:
// what was called saved is there, of the rest at most a second is lost, and nothing can be read in the browser's files.
// Never waits for the typing to end before it kills.
import { performance } from 'node:perf_hooks';
import { expect, type Page } from '@playwright/test';
import { draw } from '../../web/camera';
import { author, createInspection, passcode, startMeeting, test } from '../../web/daybook';
import { saved } from '../../web/hands';
import { search } from '../../web/search';
import { serveSite } from '../../web/site';
import { ends, startBench } from './ends';
import { full, report, seed } from './figures';
import { chance } from './random';
import { beginWithSample, blank, office } from './sample';
import { isInConfidence, rareWords, type Sitting, sitDown, writeOn } from './writing';

const rounds = full ? 30 : 3;
const promised = 1000; // ms of typing that may be lost
const slowMachine = 500; // ms more: from the key to the disk, on a machine that is busy with other tests
const authority = 'Quondamshire';
const planted = 'quondamplanted';

/** Puts a word into the profile in clear, which shows that the search finds words. */
async function plant(page: Page, address: string): Promise<void> {
    await page.goto(`${address}blank.html`);
    await page.evaluate((word) => localStorage.setItem('kept', word), planted);
}

interface Outcome {
    readonly acknowledged: number;
    /** What was called saved and is not there, or is not as it was. */
    readonly lost: readonly string[];
    /** Since when the oldest letter that is gone had been typed. */
    readonly ms: number;
}

/** Compares what is there with what was done and what was called saved. */
function compare(sitting: Sitting, next: Sitting, inConfidence: boolean, endedAt: number): Outcome {
    const kept = next.before;
    const photographs = next.photographsBefore;
    const lost = sitting.sayings.flatMap(({ text }) => (text === undefined || kept.startsWith(text) ? [] : [`saved: …${text.slice(-60)}`]));
    if (!`${sitting.before}${sitting.intended}`.startsWith(kept)) lost.push(`never typed: …${kept.slice(-60)}`);
    const mark = sitting.sayings.findLast((saying) => saying.inConfidence !== undefined);
    if (mark && sitting.toggled === 0 && mark.inConfidence !== inConfidence) {
        lost.push(`the mark: saved as ${String(mark.inConfidence)}, kept as ${String(inConfidence)}`);
    }
    const named = sitting.sayings.findLast((saying) => saying.text !== undefined)?.photographs ?? sitting.photographsBefore;
    if (photographs < named) lost.push(`${named} photographs were called saved, ${photographs} are there`);
    if (photographs > sitting.photographsBefore + sitting.added) lost.push('a photograph is there that nobody took');
    const firstLost = sitting.taken[kept.length - sitting.before.length];
    return { acknowledged: sitting.sayings.length, lost, ms: firstLost === undefined ? 0 : endedAt - firstLost };
}

/** What the writing has thrown must be the end's doing. */
function endOf(writing: Promise<never>, hasEnded: () => boolean): Promise<void> {
    return writing.catch((reason: unknown) => {
        if (!hasEnded()) throw reason;
    });
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

for (const how of ends) {
    test(`a ${how} that ends while somebody writes keeps all that was called saved, and leaks no word`, async ({
        daybook,
        launchOptions,
    }) => {
        test.setTimeout(120_000 + rounds * 60_000);
        const site = await serveSite({ pages: blank });
        const bench = await startBench(daybook.profile, launchOptions);
        const choices = chance(seed * 1_000_003 + ends.indexOf(how));
        const lost: string[] = [];
        let [acknowledged, longest, kills, photographs] = [0, 0, 0, 0];
        try {
            await plant(bench.page, site.address);
            await beginWithSample(bench.page, site.address);
            await createInspection(bench.page, { authority, officeKey: office });
            await startMeeting(bench.page);
            await bench.page.keyboard.type('Begun. ');
            await saved(bench.page);
            const picture = await draw(bench.page.context(), 320, 240);
            let { page } = bench;
            let sitting = await sitDown(page, site.address, 0);
            for (let round = 1; round <= rounds; ++round) {
                let ended = false;
                let begun = (): void => {};
                const aWordIsSaved = new Promise<void>((done) => (begun = done));
                const writing = endOf(writeOn(page, sitting, choices, picture, begun), () => ended);
                await Promise.race([writing, aWordIsSaved]);
                await Promise.race([writing, new Promise((moment) => setTimeout(moment, choices.between(0, 4000)))]);
                ended = true;
                const endedAt = performance.now();
                await bench.end(how);
                await writing;
                ++kills;

                page = await bench.again();
                const next = await sitDown(page, site.address, sitting.bundle);
                const outcome = compare(sitting, next, await isInConfidence(page), endedAt);
                acknowledged += outcome.acknowledged;
                lost.push(...outcome.lost);
                longest = Math.max(longest, outcome.ms);
                sitting = next;
                photographs = next.photographsBefore;
            }
        } finally {
            await bench.close();
            await site.stop();
        }
        const { bytes, found } = await search(daybook.profile, [planted, ...rareWords, authority, author, passcode]);
        const [plain = [], ...secret] = found;
        report(`kills: ${how}`, {
            kills,
            acknowledged,
            photographs,
            lost: lost.length,
            'longest unacknowledged ms': Math.round(longest),
            'bytes searched': bytes,
            'planted found': plain.length,
            found: secret.flat().length,
        });
        expect(lost).toEqual([]);
        expect(plain, 'the search finds a word that is there').not.toEqual([]);
        expect(secret.flat()).toEqual([]);
        expect(acknowledged).toBeGreaterThan(0);
        expect(longest).toBeLessThanOrEqual(promised + slowMachine);
    });
}
