// What the browser tells assistive technology of each screen, and where the Tab key goes on it.
// Never says what a screen's tree must be: somebody has read and accepted what is in tests/trees (./dev trees).
import { expect, type Page } from '@playwright/test';
import { firstStart, openSample, test } from './daybook';
import { drawn } from './hands';
import { sampleScreens } from './screens';
import { serveSite } from './site';
import { drawTheSame, moment, stoppedClock } from './stopped';

interface Focusable {
    readonly name: string;
    readonly steps: number; // how often the Tab key was on it; once for all of a radio group
}

/** Runs in the page: everything that can be pressed or typed into, and how often the focus has been there. */
function interactiveItems(): Focusable[] {
    const scope = globalThis as unknown as { visits: Map<Element, number> };
    const selector = 'button, input, textarea, select, a[href], summary, [tabindex], [role="button"], [role="radio"]';
    const found: Element[] = [];
    const collect = (root: ParentNode): void => {
        for (const element of Array.from(root.querySelectorAll('*'))) {
            if (element.matches(selector) && element.checkVisibility({ checkVisibilityCSS: true })) found.push(element);
            if (element.shadowRoot) collect(element.shadowRoot);
        }
    };
    collect(document);
    const groups = new Map<Element | string, Focusable>();
    for (const element of found) {
        if (element.matches(':disabled, [aria-disabled="true"], canvas')) continue;
        const isRadio = element.matches('[role="radio"], [type="radio"]');
        // A heading takes the focus when its screen is new, and is no stop of the Tab key.
        if (!isRadio && element.getAttribute('tabindex') === '-1' && !element.matches(selector.replace('[tabindex], ', ''))) continue;
        const group = isRadio ? (element.closest('[role="radiogroup"]') ?? element) : element;
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        const steps = scope.visits.get(element) ?? 0;
        const before = groups.get(group);
        groups.set(group, { name: before?.name ?? name, steps: (before?.steps ?? 0) + steps });
    }
    return [...groups.values()];
}

/** Goes round with the Tab key once, from the page's beginning to its end. */
async function goRound(page: Page): Promise<void> {
    await page.evaluate(() => {
        (globalThis as unknown as { visits: Map<Element, number> }).visits = new Map();
        const first = document.createElement('span'); // from here on
        first.id = 'first';
        first.tabIndex = -1;
        document.body.prepend(first);
        first.focus();
    });
    await drawn(page); // the screen has heard that its field has lost the focus, and does not fetch it back
    await expect(page.locator('#first')).toBeFocused();
    for (let step = 0; step < 200; ++step) {
        await page.keyboard.press('Tab');
        await drawn(page);
        if (step === 0) await page.locator('#first').evaluate((first) => first.remove());
        const isRound = await page.evaluate(() => {
            const { visits } = globalThis as unknown as { visits: Map<Element, number> };
            let active = document.activeElement;
            while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            if (!active || active === document.body || active.tagName === 'CANVAS') return visits.size > 0;
            if (visits.has(active) && active === visits.keys().next().value) return true;
            visits.set(active, (visits.get(active) ?? 0) + 1);
            return false;
        });
        if (isRound) return;
    }
    throw new Error('the Tab key does not come round');
}

test('the tree of each screen is the one that was read, and the Tab key goes to each item in it and nowhere else', async ({ daybook }) => {
    test.setTimeout(600_000); // taking the trees anew waits for each of them
    const site = await serveSite({ beforeWorker: stoppedClock });
    const page = await daybook.open({ timezoneId: 'Europe/London', locale: 'en-GB' });
    await page.clock.setFixedTime(new Date(moment));
    await page.addInitScript(drawTheSame);
    await firstStart(page, site.address);
    await openSample(page);
    for (const screen of sampleScreens) {
        await screen.show(page);
        await drawn(page);
        await expect.soft(page.locator('body'), screen.name).toMatchAriaSnapshot({ name: `${screen.name}.aria.yml` });
        await goRound(page);
        const items = await page.evaluate(interactiveItems);
        expect.soft(items.length, screen.name).toBeGreaterThan(5);
        const missed = items.filter((item) => item.steps === 0).map((item) => item.name);
        expect.soft(missed, `${screen.name}: never reached by the Tab key`).toEqual([]);
        const strays = await page.evaluate(
            () =>
                [...(globalThis as unknown as { visits: Map<Element, number> }).visits.keys()]
                    .filter((element) => element.isConnected && !element.matches('button, input, textarea, select, [role]'))
                    .map((element) => element.outerHTML.slice(0, 120)),
        );
        expect.soft(strays, `${screen.name}: a stop that is no item`).toEqual([]);
    }
    await site.stop();
});
