// Two tabs, one notebook: the other one asks, and gets it with every word; or is told why not.
// Never closes a tab to free the notebook, except where that is the test.
import { expect, type Page } from '@playwright/test';
import { createInspection, firstStart, goOnWriting, heading, startMeeting, test, unlock, words, write } from './daybook';
import { putCaret } from './hands';
import { refusals, setDiskFull } from './refusals';
import { serveSite } from './site';

const elsewhere = 'Daybook is open in another tab';
const taken = 'Daybook is now open in another tab';

async function writing(page: Page, address?: string): Promise<void> {
    await firstStart(page, address);
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Saved. ');
}

/** A second tab, which finds the notebook open. */
async function anotherTab(first: Page, address = './'): Promise<Page> {
    const page = await first.context().newPage();
    await page.goto(address);
    await expect(heading(page, elsewhere)).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    return page;
}

/** Presses the button that takes the notebook; how long it takes until the passcode can be typed, in ms. */
async function take(page: Page, name = 'Use it here'): Promise<number> {
    const took = page.evaluate(() => {
        const root = document.getElementById('boot')?.shadowRoot;
        if (!root) throw new Error('there is no boot screen');
        const pressed = new Promise<number>((resolve) => {
            root.addEventListener('click', () => resolve(performance.now()), { once: true, capture: true });
        });
        const asked = new Promise<number>((resolve) => {
            new MutationObserver(() => {
                if (root.querySelector('input')) resolve(performance.now());
            }).observe(root, { childList: true, subtree: true });
        });
        return Promise.all([pressed, asked]).then(([from, to]) => to - from);
    });
    await page.getByRole('button', { name, exact: true }).click();
    return took;
}

async function readsOn(page: Page, text: string): Promise<void> {
    await unlock(page);
    await goOnWriting(page);
    await expect(words(page)).toHaveValue(text);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0, timeout: 180_000 }); // several pages, and Argon2 for each

test('another tab takes the notebook with the words that were typed last, and the first tab says so', async ({ daybook }) => {
    const first = await daybook.open();
    await writing(first);
    const second = await anotherTab(first);
    await first.bringToFront();
    await putCaret(words(first));
    await first.keyboard.type('Typed in the last moment.'); // and not waited for
    const took = await take(second);
    await expect(heading(first, taken)).toBeVisible();
    await expect(words(first)).toHaveCount(0);
    await readsOn(second, 'Saved. Typed in the last moment.');
    console.log(`TABS taken over in ${took.toFixed(0)} ms`);
});

test('the notebook goes to and fro between two tabs, and every word goes with it', async ({ daybook }) => {
    let here = await daybook.open();
    await writing(here);
    let there = await anotherTab(here);
    let text = 'Saved. ';
    const times: number[] = [];
    for (const round of [1, 2, 3]) {
        times.push(await take(there, round === 1 ? 'Use it here' : 'Use it here again'));
        await readsOn(there, text);
        await write(there, `Round ${round}. `);
        text += `Round ${round}. `;
        await expect(heading(here, taken)).toBeVisible();
        [here, there] = [there, here];
    }
    console.log(`TABS to and fro in ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
});

test('two tabs that ask at once get the notebook one after the other, each with every word', async ({ daybook }) => {
    const first = await daybook.open();
    await writing(first);
    const second = await anotherTab(first);
    const third = await anotherTab(first);
    await second.getByRole('button', { name: 'Use it here' }).click();
    await third.getByRole('button', { name: 'Use it here' }).click();
    // Whoever asked first may have had it for a moment, and given it to the other.
    const opened = (page: Page) => page.getByRole('textbox', { name: 'Passcode' });
    const without = (page: Page) => page.getByRole('button', { name: /^Use it here( again)?$/ });
    const settled = async (): Promise<string> => {
        const places = [opened(second), without(second), opened(third), without(third)];
        return (await Promise.all(places.map((place) => place.count()))).join(' ');
    };
    await expect.poll(settled, { timeout: 30_000 }).toMatch(/^(1 0 0 1|0 1 1 0)$/);
    const [winner, other] = (await opened(second).count()) === 1 ? [second, third] : [third, second];
    await readsOn(winner, 'Saved. ');
    await write(winner, 'More. ');
    await take(other, (await without(other).textContent()) ?? '');
    await readsOn(other, 'Saved. More. ');
});

test('a tab that hangs is not robbed: the other one says so, and opens by itself once it is given', async ({ daybook }) => {
    let wake = (): void => {};
    const site = await serveSite({ held: new Promise((resolve) => (wake = resolve)) });
    const first = await daybook.open();
    await writing(first, site.address);
    const second = await anotherTab(first, site.address);
    await first.bringToFront();
    await putCaret(words(first));
    await first.keyboard.type('Typed before it hung.');
    await first.evaluate(() => {
        setTimeout(() => {
            const request = new XMLHttpRequest(); // a page that waits for a host does nothing else
            request.open('GET', '/held', false);
            request.send();
        });
    });
    await second.getByRole('button', { name: 'Use it here' }).click();
    await expect(second.getByRole('alert')).toContainText('does not answer');
    await expect(second.getByRole('textbox')).toHaveCount(0);
    wake();
    await expect(heading(first, taken)).toBeVisible();
    await readsOn(second, 'Saved. Typed before it hung.');
    await site.stop();
});

test('a tab with words that could not be stored keeps the notebook, and the other one is told why', async ({ daybook }) => {
    const site = await serveSite({ beforeWorker: refusals });
    const first = await daybook.open();
    await writing(first, site.address);
    const second = await anotherTab(first, site.address);
    await first.bringToFront();
    await setDiskFull(first, true);
    await putCaret(words(first));
    await first.keyboard.type('Not stored yet. ');
    await expect(first.getByRole('status')).toHaveText(/^Not saved/);
    await second.getByRole('button', { name: 'Use it here' }).click();
    await expect(second.getByRole('alert')).toContainText('could not be stored yet');
    await expect(words(first)).toHaveValue('Saved. Not stored yet. ');
    await setDiskFull(first, false);
    await expect(first.getByRole('status')).toHaveText(/^Saved \d\d:\d\d:\d\d/, { timeout: 40_000 });
    await take(second);
    await readsOn(second, 'Saved. Not stored yet. ');
    await site.stop();
});
