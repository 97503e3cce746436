// A person's hands: they tap where a node is seen, press it from the keyboard, and type into an editor.
// Never reaches into the app: everything goes through the browser's own input.
import { expect, type Locator, type Page } from '@playwright/test';

interface Reach {
    readonly x: number;
    readonly y: number;
    /** The node's centre is in the window, and no other thing that can be pressed lies over it. */
    readonly free: boolean;
    /** What lies over it, in words. */
    readonly over: string;
}

/** Where the middle of a node is. What lies over it comes from a panel that does not scroll, such as a bar. */
function reachOf(element: Element): Reach {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const root = element.getRootNode();
    const others = root instanceof ShadowRoot ? Array.from(root.querySelectorAll('button, .editor')) : [];
    const covering = others.find((other) => {
        if (other === element || other.contains(element) || element.contains(other)) return false;
        const over = other.getBoundingClientRect();
        return x >= over.left && x < over.right && y >= over.top && y < over.bottom;
    });
    const over = covering?.getAttribute('aria-label') ?? covering?.textContent ?? '';
    return { x, y, free: covering === undefined && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight, over };
}

/** Where a hand can turn the wheel for the node: in its column, on the canvas, above the bars at the bottom. */
function wheelPlace(element: Element): { x: number; y: number } {
    const { left, width } = element.getBoundingClientRect();
    for (const x of [left + width / 2, left + 4, left - 16]) {
        for (const share of [0.7, 0.6, 0.5, 0.4, 0.75, 0.8]) {
            const y = innerHeight * share;
            if (document.elementFromPoint(x, y)?.id === 'canvas') return { x, y };
        }
    }
    throw new Error('there is no place to scroll from');
}

/** Turns the wheel until the node can be reached. */
async function bringIntoReach(locator: Locator): Promise<Reach> {
    const page = locator.page();
    let reach: Reach = { x: 0, y: 0, free: false, over: '' };
    await expect(async () => {
        reach = await locator.evaluate(reachOf);
        if (reach.free) return;
        const place = await locator.evaluate(wheelPlace);
        await page.mouse.move(place.x, place.y);
        await page.mouse.wheel(0, reach.y - place.y);
        await drawn(page);
        reach = await locator.evaluate(reachOf);
        expect(reach.free, `the node at ${reach.x}, ${reach.y} can be scrolled to; over it: ${reach.over}`).toBe(true);
    }).toPass({ timeout: 15_000 });
    return reach;
}

/** Taps the middle of the node: with a finger where the device has a touch screen, else with the mouse. */
export async function tap(locator: Locator): Promise<void> {
    const page = locator.page();
    await expect(locator).toHaveCount(1);
    const { x, y } = await bringIntoReach(locator);
    if (await page.evaluate(() => navigator.maxTouchPoints > 0)) await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    await drawn(page);
}

/** Focuses the node and presses Enter, as a keyboard or a screen reader does. */
export async function press(locator: Locator): Promise<void> {
    await locator.focus();
    await expect(locator).toBeFocused();
    await locator.page().keyboard.press('Enter');
    await drawn(locator.page());
}

/** Puts the caret into an editor, at its end, and types. A line break is the Enter key. */
export async function type(locator: Locator, text: string): Promise<void> {
    const page = locator.page();
    await putCaret(locator);
    await page.keyboard.type(text);
    await drawn(page);
}

/** Puts the caret at the end of an editor, with the pointer if the editor is in the window. */
export async function putCaret(locator: Locator): Promise<void> {
    const page = locator.page();
    const { x, y } = await bringIntoReach(locator);
    await page.mouse.click(x, y);
    await expect(locator).toBeFocused();
    await page.keyboard.press('Control+End');
}

/** Puts a day into a date field. Its parts are typed in the order of the browser's language, so not key by key. */
export async function putDate(locator: Locator, isoDate: string): Promise<void> {
    await bringIntoReach(locator);
    await locator.fill(isoDate);
    await drawn(locator.page());
}

/** Resolves when the frames are drawn that what happened before has asked for, or the page has gone to another one. */
export async function drawn(page: Page): Promise<void> {
    const threeFrames = (): Promise<void> =>
        new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
        });
    await page.evaluate(threeFrames).catch((reason: unknown) => {
        if (!/context was destroyed/.test(String(reason))) throw reason;
    });
}

/** Resolves when all that was typed is said to be saved. */
export async function saved(page: Page): Promise<void> {
    await drawn(page); // what was just typed has taken an older "Saved" away
    await expect(page.getByRole('status')).toHaveText(/Saved \d\d:\d\d:\d\d/);
}
