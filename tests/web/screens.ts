// Every screen, and the way there: for the tests that go through all of them.
// Never types anything that differs from run to run.
import { expect, type Locator, type Page } from '@playwright/test';
import { button, go, heading, words } from './daybook';
import { tap } from './hands';

export interface Screen {
    readonly name: string;
    /** From wherever the screen before it in the list has left one. */
    show(page: Page): Promise<void>;
}

/** In the Notebook: of the small sample the entry that the trees know, of the whole one whichever comes first. */
async function entryToShow(page: Page): Promise<Locator> {
    const listed = page.getByRole('list').first().getByRole('button').first();
    await expect(listed).toBeVisible();
    const known = page.getByRole('button', { name: /Officers opened with three priorities/ });
    return (await known.count()) > 0 ? known : listed;
}

/** The screens of the sample inspection, in an order in which each can be reached from the one before. */
export const sampleScreens: readonly Screen[] = [
    {
        name: 'today',
        show: (page) => go(page, 'Today'),
    },
    {
        name: 'start-meeting',
        async show(page) {
            await tap(button(page, 'Start a meeting'));
            await expect(heading(page, 'Start a meeting')).toBeVisible();
        },
    },
    {
        name: 'writing',
        async show(page) {
            await page.keyboard.press('Escape');
            await expect(heading(page, 'Today')).toBeVisible();
            await tap(page.getByRole('list', { name: 'Latest' }).getByRole('button').first());
            await expect(words(page)).toBeVisible();
        },
    },
    {
        name: 'notebook',
        async show(page) {
            await go(page, 'Notebook');
            await tap(await entryToShow(page));
            await expect(words(page)).toBeVisible();
        },
    },
    {
        name: 'find',
        async show(page) {
            await go(page, 'Find');
            await page.getByRole('searchbox').fill('schools');
            await expect(page.getByText(/places? found/)).toBeAttached();
        },
    },
    {
        name: 'find-filters',
        async show(page) {
            await page.getByRole('searchbox').fill('');
            await tap(button(page, 'Filters'));
            await expect(page.getByRole('group', { name: 'What it shows' })).toBeVisible();
        },
    },
    {
        name: 'hand-over',
        show: (page) => go(page, 'Hand over'),
    },
    {
        name: 'shortcuts',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Keyboard shortcuts/));
            await expect(heading(page, 'Keyboard shortcuts')).toBeVisible();
        },
    },
    {
        name: 'health',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Health/));
            await expect(heading(page, 'Health')).toBeVisible();
        },
    },
    {
        name: 'follow-ups',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Follow-ups/));
            await expect(heading(page, 'Follow-ups')).toBeVisible();
        },
    },
    {
        name: 'duties',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^To be passed on/));
            await expect(heading(page, 'To be passed on')).toBeVisible();
        },
    },
    {
        name: 'declarations',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Conflicts of interest/));
            await expect(heading(page, 'Conflicts of interest')).toBeVisible();
        },
    },
    {
        name: 'inspection',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^The inspection\b/));
            await expect(heading(page, 'The inspection')).toBeVisible();
        },
    },
    {
        name: 'plan',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Plan\b/));
            await expect(heading(page, 'Plan')).toBeVisible();
        },
    },
    {
        name: 'planned',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Plan\b/));
            await tap(button(page, 'Add a session'));
            await expect(heading(page, 'New session')).toBeVisible();
        },
    },
    {
        name: 'deadlines',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Deadlines/));
            await expect(heading(page, 'Deadlines')).toBeVisible();
        },
    },
    {
        name: 'time-spent',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Time spent/));
            await expect(heading(page, 'Time spent')).toBeVisible();
        },
    },
    {
        name: 'times',
        async show(page) {
            await tap(page.getByRole('list', { name: /^Activities, / }).getByRole('button').first());
            await expect(heading(page, 'Times and details')).toBeVisible();
        },
    },
    {
        name: 'past',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^As it stood/));
            await expect(heading(page, 'As it stood')).toBeVisible();
        },
    },
    {
        name: 'history',
        async show(page) {
            await go(page, 'Notebook');
            await tap(await entryToShow(page));
            await tap(button(page, 'History of this entry'));
            await expect(heading(page, 'History of this entry')).toBeVisible();
        },
    },
    {
        name: 'checklists',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Checklists/));
            await expect(heading(page, 'Checklists')).toBeVisible();
        },
    },
    {
        name: 'checklist',
        async show(page) {
            await tap(button(page, /^Documents requested/));
            await expect(heading(page, 'Documents requested')).toBeVisible();
        },
    },
    {
        name: 'framework',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^What the framework asks/));
            await expect(heading(page, 'What the framework asks')).toBeVisible();
        },
    },
    {
        name: 'schools',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Schools/));
            await expect(heading(page, 'Schools')).toBeVisible();
        },
    },
    {
        name: 'evidence-forms',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Evidence forms/));
            await expect(heading(page, 'Evidence forms')).toBeVisible();
        },
    },
    {
        name: 'survey',
        async show(page) {
            await go(page, 'More');
            await tap(button(page, /^Telephone survey/));
            await expect(heading(page, 'Telephone survey')).toBeVisible();
        },
    },
    {
        name: 'survey-answers',
        async show(page) {
            await tap(button(page, 'Answers so far'));
            await expect(heading(page, 'Answers so far')).toBeVisible();
        },
    },
    {
        name: 'meeting-record',
        async show(page) {
            await go(page, 'Today');
            await tap(button(page, 'Start a meeting'));
            await tap(page.getByRole('radio', { name: 'Team meeting', exact: true }));
            await tap(button(page, 'Start'));
            await tap(button(page, /^To be recorded/));
            await expect(heading(page, 'To be recorded')).toBeVisible();
        },
    },
    {
        name: 'more',
        show: (page) => go(page, 'More'),
    },
    {
        name: 'new-inspection',
        async show(page) {
            await tap(button(page, 'New inspection'));
            await expect(heading(page, 'New inspection')).toBeVisible();
        },
    },
    {
        name: 'new-inspection-complaints',
        async show(page) {
            await tap(button(page, 'Create the inspection'));
            await expect(page.getByText('Some fields above need another look.')).toBeVisible();
        },
    },
];

export const sizes = {
    landscape: { width: 1024, height: 768 },
    portrait: { width: 768, height: 1024 },
    phone: { width: 390, height: 844 },
} as const;

export const themes = ['light', 'dark'] as const;
