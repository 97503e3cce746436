// One bit flipped in what a browser has stored: deep in a page of the database, or anywhere in the second copy.
// Never a wrong word shown as a true one, and never a word that is missing without being told of.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, passcode, startMeeting, test, write } from '../../web/daybook';
import { press } from '../../web/hands';
import { serveSite } from '../../web/site';
import { dataAt } from '../../../web/src/pool-header';
import { acknowledgedIn, judge } from './acknowledged';
import { type Disk, diskAfter } from './crash';
import { full, report, seed } from './figures';
import { type Chance, chance } from './random';
import { type Happening, recorder, writingDown } from './recording';
import { beginWithSample, begun, blank, office } from './sample';
import { newStage, type Reopened, stage } from './staging';

const wanted = full ? 400 : 30;
const lanes = 2; // disks that are tried at once
const sentences = 12;

/** Where the database lies in the pool; nothing before it was made. */
function databaseIn(happenings: readonly Happening[]): string | undefined {
    const named = ({ what, at, bytes }: Happening): boolean =>
        what === 'write' && at === 0 && bytes.toString('latin1').startsWith('/daybook-2.db\0');
    return happenings.findLast(named)?.path;
}

/** How often something was written into the database itself: its log was brought in. */
function broughtIn(happenings: readonly Happening[]): number {
    const path = databaseIn(happenings);
    return happenings.filter((one) => one.path === path && one.what === 'write' && one.at >= dataAt).length;
}

/** Some sentences; after the next start, and a moment without a key, they are brought from the log into the database. */
async function writeAndRest(page: Page, address: string, happenings: readonly Happening[]): Promise<void> {
    await beginWithSample(page, address);
    await createInspection(page, { officeKey: office });
    await startMeeting(page);
    for (let line = 1; line <= sentences; ++line) await write(page, `Sentence ${line}: the school knows its pupils. `);
    await comeBack(page, address);
    await press(button(page, 'Go on writing'));
    const before = broughtIn(happenings);
    await write(page, 'After a break. ');
    await expect.poll(() => broughtIn(happenings), { timeout: 30_000 }).toBeGreaterThan(before + 4);
    await write(page, 'And one more, in the log.');
}

function flipped(bytes: Buffer, bit: number): Buffer {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    return copy;
}

interface Flipped {
    readonly disk: Disk;
    readonly where: string;
}

/** A bit of the database's pages, or of the second copy, as often. */
function flipOne({ files, batches }: Disk, database: string, choices: Chance): Flipped {
    if (choices.once(2)) {
        const content = files.get(database) ?? Buffer.alloc(0);
        const bit = choices.between(dataAt * 8, content.length * 8 - 1);
        return { disk: { files: new Map(files).set(database, flipped(content, bit)), batches }, where: `database, bit ${bit - dataAt * 8}` };
    }
    const number = choices.between(0, batches.length - 1);
    const batch = batches[number] ?? Buffer.alloc(0);
    const bit = choices.between(0, batch.length * 8 - 1);
    return { disk: { files, batches: batches.with(number, flipped(batch, bit)) }, where: `batch ${number} of ${batches.length}, bit ${bit}` };
}

type Effect = 'healed' | 'reported' | 'without effect' | 'wrong';

function effectOf(reopened: Reopened, order: readonly string[], everWritten: ReadonlySet<string>): Effect {
    const { lost, invented } = judge(reopened, order, everWritten);
    const isTold = reopened.words !== '';
    if (invented > 0 || (lost > 0 && !isTold)) return 'wrong';
    if (lost > 0 || /nothing in it is changed|nothing can be added/.test(reopened.words)) return 'reported';
    return isTold ? 'healed' : 'without effect';
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a bit that flips in a page of the database or in the second copy is healed or told of, and shows no wrong word', async ({ daybook }) => {
    test.setTimeout(full ? 1_800_000 : 600_000);
    const happenings: Happening[] = [];
    const recorded = await serveSite({ beforeWorker: recorder, answer: writingDown(happenings), pages: blank });
    await writeAndRest(await daybook.open(), recorded.address, happenings);
    await daybook.close();
    await recorded.stop();
    const { order, everWritten } = acknowledgedIn(happenings);
    const database = databaseIn(happenings) ?? '';
    const whole = diskAfter(happenings, { files: new Map(), batches: [begun] }, 'all of it', 'both copies', chance(seed));

    const staging = newStage();
    const site = await serveSite({ beforeWorker: stage, answer: staging.answer, pages: blank });
    const page = await daybook.open();
    await page.goto(`${site.address}blank.html`);
    const effects: Record<Effect, number> = { healed: 0, reported: 0, 'without effect': 0, wrong: 0 };
    const told: string[] = [];
    let flips = 0;
    const tryNext = async (): Promise<void> => {
        while (flips < wanted) {
            const number = flips++;
            const { disk, where } = flipOne(whole, database, chance(seed * 1_000_003 + number));
            const reopened = await staging.reopen(page, disk, passcode);
            const effect = effectOf(reopened, order, everWritten);
            ++effects[effect];
            if (effect === 'wrong' || effect === 'reported') told.push(`flip ${number}, ${where}: ${effect}: ${reopened.said} ${reopened.words}`);
        }
    };
    await Promise.all(Array.from({ length: lanes }, tryNext));
    // Where the other copy is not there to heal from, a flip in the last batch takes something away: that must be seen.
    const last = whole.batches.at(-1) ?? Buffer.alloc(0);
    const alone = { files: new Map<string, Buffer>(), batches: [...whole.batches.slice(0, -1), flipped(last, last.length * 8 - 99)] };
    expect(effectOf(await staging.reopen(page, alone, passcode), order, everWritten)).toBe('reported');
    await site.stop();
    report('bit flips in the browser', { flips, ...effects });
    console.log(told.join('\n'));
    expect(effects.wrong, told.join('\n')).toBe(0);
    expect(effects.healed).toBeGreaterThan(0);
});
