// The screen stays lit while a meeting runs, as far as the browser lets it.
// Never asks the real screen: what is asked for is counted.
import { expect, type Page } from '@playwright/test';
import { button, createInspection, firstStart, startMeeting, test } from './daybook';
import { tap } from './hands';
import { setHidden } from './wire';

interface Asked {
    held: number;
    asked: number;
}

/** Runs before the page's scripts. */
function countLocks(): void {
    const counted: Asked = { held: 0, asked: 0 };
    Object.assign(globalThis, { counted });
    const request = (): Promise<EventTarget> => {
        const lock = new EventTarget();
        let held = true;
        ++counted.held;
        ++counted.asked;
        const release = (): Promise<void> => {
            if (held) --counted.held;
            held = false;
            lock.dispatchEvent(new Event('release'));
            return Promise.resolve();
        };
        // As browsers do, when the page goes out of sight.
        document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void release());
        return Promise.resolve(Object.assign(lock, { release }));
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
}

const counted = (page: Page): Promise<Asked> => page.evaluate(() => (globalThis as unknown as { counted: Asked }).counted);

test('the screen stays lit from the start of a meeting to its end, also when the page was out of sight meanwhile', async ({
    daybook,
}) => {
    const page = await daybook.open();
    await page.addInitScript(countLocks);
    await firstStart(page);
    await createInspection(page);
    expect(await counted(page)).toEqual({ held: 0, asked: 0 });
    await startMeeting(page);
    await expect.poll(() => counted(page)).toEqual({ held: 1, asked: 1 });
    await setHidden(page, true);
    await expect.poll(() => counted(page)).toEqual({ held: 0, asked: 1 });
    await setHidden(page, false);
    await expect.poll(() => counted(page)).toEqual({ held: 1, asked: 2 });
    await tap(button(page, 'Stop the meeting'));
    await expect.poll(() => counted(page)).toEqual({ held: 0, asked: 2 });
});
