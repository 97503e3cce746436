// Somebody who types, marks, adds photographs and hands over until the page is gone; and what the page told them.
// Never stops by itself.
import { performance } from 'node:perf_hooks';
import { expect, type Page } from '@playwright/test';
import { drop, quarters, smallPictures } from '../../web/camera';
import { button, comeBack, go, words } from '../../web/daybook';
import { press, putCaret, saved, tap } from '../../web/hands';
import type { Chance } from './random';

/** Words that stand nowhere else. */
const vocabulary = ['quillfeather', 'brambleford', 'ostlerhythe', 'wicketmarrow', 'tansypebble'] as const;
export const rareWords: readonly string[] = vocabulary;
const mostPhotographs = 6; // that many can be seen beside the words

/** What the screen called saved. */
export interface Saying {
    readonly text: string | undefined; // none while no entry is open
    readonly inConfidence: boolean | undefined;
    readonly photographs: number;
}

/** What was done in one sitting, and what is known to be kept from it. */
export interface Sitting {
    readonly before: string;
    intended: string;
    /** When each letter had been taken, in ms. */
    readonly taken: number[];
    readonly sayings: Saying[];
    toggled: number; // marks since the last saying that shows one
    tapping: boolean; // a mark: what is said meanwhile may be of before it
    bundle: number; // the last one that was seen
    readonly photographsBefore: number;
    added: number; // photographs since
}

/** Runs in the page: tells each time that the screen turns to "Saved", and of what. */
function listen(): void {
    const scope = globalThis as unknown as { saidSaved(saying: Saying): void };
    const editorOf = (root: ShadowRoot): HTMLTextAreaElement | null => root.querySelector('textarea');
    const host = Array.from(document.querySelectorAll('*')).find((element) => element.shadowRoot?.querySelector('[role=status]'));
    const root = host?.shadowRoot;
    if (!root) throw new Error('the page has no status');
    const status = (): string => Array.from(root.querySelectorAll('[role=status]'), (one) => one.textContent ?? '').join(' ');
    let last = status();
    new MutationObserver(() => {
        const now = status();
        if (now === last) return;
        last = now;
        if (!/Saved \d\d:\d\d:\d\d/.test(now)) return;
        const mark = Array.from(root.querySelectorAll('button')).find((one) => one.textContent === 'In confidence');
        scope.saidSaved({
            text: editorOf(root)?.value,
            inConfidence: mark ? mark.getAttribute('aria-pressed') === 'true' : undefined,
            photographs: Array.from(root.querySelectorAll('button')).filter((one) => one.textContent?.startsWith('Photograph')).length,
        });
    }).observe(root, { childList: true, characterData: true, subtree: true });
}

async function goOnWriting(page: Page): Promise<void> {
    await press(button(page, 'Go on writing'));
    await putCaret(words(page));
}

/** Unlocks the notebook and opens the entry. What is there is what was kept. */
export async function sitDown(page: Page, address: string, bundle: number): Promise<Sitting> {
    await comeBack(page, address);
    await goOnWriting(page);
    const sitting: Sitting = {
        before: await words(page).inputValue(),
        intended: '',
        taken: [],
        sayings: [],
        toggled: 0,
        tapping: false,
        bundle,
        photographsBefore: await photographs(page),
        added: 0,
    };
    await page.exposeFunction('saidSaved', (saying: Saying) => {
        sitting.sayings.push(saying);
        if (saying.inConfidence !== undefined && !sitting.tapping) sitting.toggled = 0;
    });
    await page.evaluate(listen);
    return sitting;
}

/** How many there are. Each of them shows what was photographed. */
async function photographs(page: Page): Promise<number> {
    const count = await page.getByRole('button', { name: /^Photograph/ }).count();
    const expected = Array.from({ length: count }, () => [...quarters]);
    await expect.poll(() => smallPictures(page), { message: 'every photograph is whole' }).toEqual(expected);
    return count;
}

export async function isInConfidence(page: Page): Promise<boolean> {
    return (await button(page, 'In confidence').getAttribute('aria-pressed')) === 'true';
}

async function typeWord(page: Page, sitting: Sitting, word: string, pause: number): Promise<void> {
    for (const letter of word) {
        sitting.intended += letter;
        await page.keyboard.type(letter, { delay: pause });
        sitting.taken.push(performance.now());
    }
}

async function handOver(page: Page, sitting: Sitting): Promise<void> {
    await go(page, 'Hand over');
    await tap(page.getByRole('button', { name: /Prepare (the|a new) bundle/ }));
    const ready = page.getByRole('heading', { name: /Bundle \d+ is ready/ });
    await expect(ready).toBeVisible();
    const number = Number(/\d+/.exec((await ready.textContent()) ?? '')?.[0]);
    expect(number, 'a bundle’s number is not given twice').toBeGreaterThan(sitting.bundle);
    sitting.bundle = number;
    await go(page, 'Today');
    await goOnWriting(page);
}

/** Does not wait for it to be there: the end may come while it is made smaller, sealed or stored. */
async function addPhotograph(page: Page, sitting: Sitting, picture: Buffer): Promise<void> {
    if (sitting.photographsBefore + sitting.added >= mostPhotographs) return;
    ++sitting.added;
    await drop(page, { name: 'photograph.jpg', mimeType: 'image/jpeg', buffer: picture });
}

/** Ends only by what the page's end throws. `begun` hears when the first word has been called saved. */
export async function writeOn(
    page: Page,
    sitting: Sitting,
    chance: Chance,
    picture: Buffer,
    begun: () => void,
): Promise<never> {
    for (let count = 1; ; ++count) {
        await typeWord(page, sitting, `${chance.pick(vocabulary)}${count} `, chance.between(10, 50));
        if (count === 1 || chance.once(4)) await saved(page); // a rest
        if (count === 1) begun();
        if (chance.once(4)) {
            ++sitting.toggled;
            sitting.tapping = true;
            await tap(button(page, 'In confidence'));
            sitting.tapping = false;
        }
        if (chance.once(5)) await addPhotograph(page, sitting, picture);
        if (chance.once(12)) await handOver(page, sitting);
    }
}
