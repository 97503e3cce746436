// The power is cut at every moment while a notebook of the first format is brought up, and while it is written in after.
// Never a first start: the old notebook's words were acknowledged before it begins.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, go, test, words, write } from '../../web/daybook';
import { tap } from '../../web/hands';
import { serveSite } from '../../web/site';
import { acknowledgedIn } from './acknowledged';
import { full, report } from './figures';
import { firstDisk, firstPasscode, firstWords, putFirstFormat } from './first_format';
import { type Happening, recorder, writingDown } from './recording';
import { unlockedIn } from './revisions';
import { blank } from './sample';
import { newStage, stage } from './staging';
import { cutPower, lostByAForgetfulDisk } from './trials';

const wanted = full ? 500 : 30;

/** Started twice: what the first format left is only removed when all has gone well without it. */
async function bringUpAndWrite(page: Page, address: string): Promise<void> {
    for (const visit of [1, 2]) {
        await comeBack(page, address, firstPasscode);
        await go(page, 'Notebook');
        await tap(button(page, new RegExp(firstWords[1])));
        await expect(words(page)).toHaveValue(visit === 1 ? firstWords[1] : `${firstWords[1]} Visit 1.`);
        await write(page, ` Visit ${visit}.`);
    }
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('after a power cut at any moment of bringing the first format up, the old notebook is there and what was written since', async ({
    daybook,
}) => {
    test.setTimeout(full ? 1_800_000 : 600_000);
    const happenings: Happening[] = [];
    const recorded = await serveSite({ beforeWorker: recorder, answer: writingDown(happenings), pages: blank });
    const page = await daybook.open();
    await page.goto(`${recorded.address}blank.html`);
    await putFirstFormat(page);
    await bringUpAndWrite(page, recorded.address);
    await daybook.close();
    await recorded.stop();
    const unlocked = happenings.find(({ what, bytes }) => what === 'said' && unlockedIn(bytes));
    const old = (unlocked && unlockedIn(unlocked.bytes)) ?? [];
    expect(old.length).toBeGreaterThan(5);

    const acknowledged = acknowledgedIn(happenings, old);
    const bringingUp = { happenings, before: firstDisk, acknowledged, passcode: firstPasscode };
    const staging = newStage();
    const site = await serveSite({ beforeWorker: stage, answer: staging.answer, pages: blank });
    const trying = await daybook.open();
    await trying.goto(`${site.address}blank.html`);
    const { complaints, compared, ...tried } = await cutPower(trying, staging, bringingUp, wanted);
    expect(await lostByAForgetfulDisk(trying, staging, bringingUp), 'a loss is noticed').toBeGreaterThan(0);
    await site.stop();
    report('power cuts in the browser while the first format is brought up', { ...tried, acknowledged: compared });
    expect(complaints).toEqual([]);
});
