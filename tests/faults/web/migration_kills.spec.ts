// The browser, its renderer, the worker or the tab ends while a notebook of the first format is brought up: at the next
// start it is what it was.
// Never waits for the start to have come anywhere before it kills.
import { expect, type Page } from '@playwright/test';
import { go, heading, test, unlock } from '../../web/daybook';
import { serveSite } from '../../web/site';
import { leaveDaybook } from '../../web/stored';
import { identity } from './acknowledged';
import { type Bench, type End, ends, startBench } from './ends';
import { full, report, seed } from './figures';
import { filesFound, firstPasscode, firstWords, putFirstFormat } from './first_format';
import { type Heard, hearWorker } from './hearing';
import { chance } from './random';
import { unlockedIn } from './revisions';
import { type FirstWrites, firstWrites, slow } from './slow_disk';

const rounds = full ? 40 : 4;

/** A new page of the site in which nothing is started, with a notebook of the first format behind it. */
async function prepare(bench: Bench, address: string): Promise<Page> {
    await bench.end('tab'); // and with it whatever holds on to the files
    await leaveDaybook(bench.page, address);
    await putFirstFormat(bench.page);
    return bench.page;
}

const isReady = ({ kinds }: Heard): boolean => kinds.includes('state locked');

const revisionsIn = ({ events }: Heard): string[] =>
    (events.map(unlockedIn).find((revisions) => revisions) ?? []).map(identity);

/** Unlocks what is there; the revisions that the engine has. */
async function revisionsAfter(page: Page, address: string): Promise<string[]> {
    const heard = await hearWorker(page);
    await page.goto(address);
    await unlock(page, firstPasscode);
    await expect(heading(page, 'Today')).toBeVisible();
    return revisionsIn(heard);
}

interface Undisturbed {
    /** From the first write until the notebook can be unlocked, in ms. */
    readonly took: number;
    readonly revisions: readonly string[];
}

async function undisturbed(bench: Bench, address: string, writes: FirstWrites): Promise<Undisturbed> {
    await bench.page.goto(address); // for the first time: all of Daybook is on the device afterwards
    await expect(bench.page.getByLabel('Your name')).toBeVisible();
    const page = await prepare(bench, address);
    const heard = await hearWorker(page);
    const begun = writes.next();
    await page.goto(address);
    await begun;
    const began = performance.now();
    await expect.poll(() => isReady(heard), { intervals: [10] }).toBe(true);
    const took = Math.round(performance.now() - began);
    await unlock(page, firstPasscode);
    await expect(heading(page, 'Today')).toBeVisible();
    await go(page, 'Notebook');
    for (const words of firstWords) await expect(page.getByRole('button', { name: words })).toBeVisible();
    return { took, revisions: revisionsIn(heard) };
}

/** What is there afterwards. */
async function killWhileBroughtUp(bench: Bench, address: string, writes: FirstWrites, how: End, after: number) {
    const page = await prepare(bench, address);
    const heard = await hearWorker(page);
    const begun = writes.next();
    await page.goto(address, { waitUntil: 'commit' });
    await begun;
    await new Promise((moment) => setTimeout(moment, after));
    const wasReady = isReady(heard);
    await bench.end(how);
    await leaveDaybook(await bench.again(), address);
    return { wasReady, ...(await filesFound(bench.page)) };
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a browser, renderer, worker or tab that ends while the first format is brought up leaves the old notebook as it was', async ({
    daybook,
    launchOptions,
}) => {
    test.setTimeout(120_000 + rounds * 60_000);
    const writes = firstWrites();
    const site = await serveSite({ beforeWorker: slow, answer: writes.answer });
    const bench = await startBench(daybook.profile, launchOptions);
    const choices = chance(seed * 1_000_003 + 100);
    const wrong: string[] = [];
    let [kills, within, compared] = [0, 0, 0];
    try {
        const { took, revisions } = await undisturbed(bench, site.address, writes);
        expect(revisions.length).toBeGreaterThan(5);
        for (let round = 0; round < rounds; ++round) {
            const how = ends[round % ends.length] ?? 'browser';
            const { oldIsWhole, newIsThere, wasReady } = await killWhileBroughtUp(bench, site.address, writes, how, choices.between(0, took));
            ++kills;
            if (newIsThere && !wasReady) ++within;
            if (!oldIsWhole) wrong.push(`round ${round}, ${how}: the first format’s file is another`);
            const found = await revisionsAfter(bench.page, site.address);
            compared += revisions.length;
            if (found.join() !== revisions.join()) wrong.push(`round ${round}, ${how}: ${found.length} of ${revisions.length} revisions`);
        }
    } finally {
        await bench.close();
        await site.stop();
    }
    report('migration kills in the browser', { 'kills of a migration': kills, within, acknowledged: compared, lost: wrong.length });
    expect(wrong).toEqual([]);
    if (full) expect(within, 'some of them hit the moment').toBeGreaterThan(0);
});
