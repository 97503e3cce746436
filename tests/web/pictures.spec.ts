// The pictures in the README: every screen at three sizes in both themes, the same from run to run.
// Never part of the ordinary tests: ./dev pictures runs it.
import { cpSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { button, firstStart, go, heading, openSample, startMeeting, test, words } from './daybook';
import { drawn, press, saved, tap } from './hands';
import { sampleScreens, sizes, themes } from './screens';
import { serveSite } from './site';
import { drawTheSame, moment, stoppedClock } from './stopped';

const folder = resolve('test-results', 'pictures');
const kept = resolve('..', 'assets', 'pictures');
const forReadme = [
    'writing-landscape-light',
    'today-landscape-light',
    'notebook-portrait-light',
    'writing-phone-dark',
    'hand-over-landscape-dark',
    'first-start-phone-light',
];
const officeKey = 'age1fe4emyr4f7dwtxxfc2pvdzwa5us9evz2tj4dl7jd5n7el47wpgcsxgnad4'; // of tests/data/age

/** Resolves when two pictures in a row are the same. */
async function settled(page: Page): Promise<void> {
    let before: Buffer = Buffer.alloc(0);
    const unchanged = async (): Promise<boolean> => {
        const now = await page.screenshot({ caret: 'hide' });
        const same = now.equals(before);
        before = now;
        return same;
    };
    await expect.poll(unchanged, { intervals: [50] }).toBe(true);
}

async function picture(page: Page, name: string): Promise<void> {
    for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        for (const [size, viewport] of Object.entries(sizes)) {
            await page.setViewportSize(viewport);
            await drawn(page);
            await settled(page);
            await page.screenshot({ path: `${folder}/${name}-${size}-${theme}.png`, caret: 'hide' });
        }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(sizes.landscape);
    await drawn(page);
}

async function recordMeeting(page: Page): Promise<void> {
    await go(page, 'Today');
    await tap(button(page, /^Stop/)); // the meeting whose record was shown
    await startMeeting(page, ['Headteacher of a school inspected or telephoned in the first week']);
    await page.keyboard.type(
        'The headteacher said that the adviser comes every half-term, knows the school’s results by pupil group and ' +
            'does not look away when they are weak.\n\nAfter the visit in May the plan for phonics was rewritten. ' +
            'By July three of four groups were reading at the expected level; in the year before it was one of four.',
    );
    await press(page.getByRole('radio', { name: 'Strength' }));
    await press(button(page, 'Knowing the schools'));
    await press(button(page, 'Impact over time'));
    await saved(page);
}

test('pictures of every screen', async ({ daybook }) => {
    test.setTimeout(20_000 * (sampleScreens.length + 4));
    mkdirSync(kept, { recursive: true });
    const site = await serveSite({ beforeWorker: stoppedClock, sample: 'whole' });
    const page = await daybook.open({ timezoneId: 'Europe/London', locale: 'en-GB', reducedMotion: 'reduce' });
    await page.clock.setFixedTime(new Date(moment));
    await page.addInitScript(drawTheSame);
    await page.goto(site.address);
    await expect(page.getByLabel('Your name')).toBeVisible();
    await picture(page, 'first-start');
    await firstStart(page, site.address);
    await picture(page, 'welcome');
    await openSample(page);
    for (const screen of sampleScreens) {
        if (screen.name === 'hand-over') {
            await go(page, 'Hand over');
            await page.getByRole('textbox', { name: 'Office’s recovery key' }).fill(officeKey);
            await tap(button(page, 'Add these keys'));
            await expect(page.getByText(/^The office: age1/)).toBeVisible();
            await saved(page);
        }
        await screen.show(page);
        if (screen.name !== 'writing') await picture(page, screen.name);
    }
    await page.keyboard.press('Escape');
    await expect(heading(page, 'More')).toBeVisible();
    await recordMeeting(page);
    await expect(words(page)).toHaveValue(/^The headteacher said/);
    await button(page, 'Impact over time').evaluate((chip) => chip.blur());
    await picture(page, 'writing');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeVisible();
    await picture(page, 'unlock');
    await site.stop();
    for (const name of forReadme) cpSync(`${folder}/${name}.png`, `${kept}/${name}.png`);
});
