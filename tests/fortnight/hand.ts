// What the fortnight's hand does again and again: goes somewhere, answers, records an activity, writes an entry.
// Never looks into the app: everything is found by role and name.
import { expect, type Locator, type Page } from '@playwright/test';
import { button, go, heading, words } from '../web/daybook';
import { drawn, press, saved, tap } from '../web/hands';
import { type Activity, type Answer, type Entry, named, pack, type Question, sample, wallTime } from './sample';

/** To a row of More. */
export async function toRow(page: Page, name: string, title = name): Promise<void> {
    await go(page, 'More');
    await tap(button(page, new RegExp(`^${escaped(name)}`)));
    await expect(heading(page, title)).toBeVisible();
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A row of a list, by how its name begins. */
export const row = (page: Page, beginning: string): Locator => button(page, new RegExp(`^${escaped(beginning)}`));

/** Puts words into a field, as a paste does, and leaves nothing unsaved. */
export async function fill(page: Page, field: Locator, text: string): Promise<void> {
    await field.focus();
    await field.fill(text);
    await drawn(page);
}

const choice = (page: Page, group: string, name: string): Locator =>
    page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });

export async function choose(page: Page, group: string, name: string): Promise<void> {
    await tap(choice(page, group, name));
    await expect(choice(page, group, name)).toBeChecked();
}

/** What was answered to a question of the pack: tapped, said in words, or both. */
export async function answer(page: Page, question: Question, given: Answer): Promise<void> {
    if (given.choice) await choose(page, question.name, named(question.choices ?? [], given.choice).name);
    if (given.words) await fill(page, page.getByRole('textbox', { name: `In words: ${question.short_name}`, exact: true }), given.words);
}

async function chooseSchool(page: Page, urn: string): Promise<void> {
    const school = sample.schools.find((one) => one.urn === urn);
    if (school === undefined) throw new Error(`the sample has no school ${urn}`);
    await fill(page, page.getByRole('textbox', { name: 'School', exact: true }), urn);
    await tap(row(page, school.name));
}

/** An activity that is over, with its times typed in; into its first, empty entry. */
export async function record(page: Page, activity: Activity): Promise<void> {
    const kind = named(pack.activity_kinds, activity.kind);
    await go(page, 'Today');
    await tap(button(page, 'Start a meeting'));
    await expect(heading(page, 'Start a meeting')).toBeVisible();
    await choose(page, 'What it is', kind.name);
    if (kind.meets_people) for (const role of activity.roles) await press(button(page, named(pack.roles, role).name));
    if (activity.school !== undefined) await chooseSchool(page, activity.school);
    if (activity.inspector !== undefined && activity.inspector !== sample.lead) await choose(page, 'Whose it is', activity.inspector);
    await press(button(page, 'It was earlier')); // by keyboard: it may lie beneath the bar
    const start = wallTime(activity.start_minutes);
    const end = wallTime(activity.start_minutes + Math.max(activity.minutes, 15));
    await fill(page, page.getByLabel('Day', { exact: true }), start.day);
    await fill(page, page.getByLabel('Start', { exact: true }), start.time);
    await fill(page, page.getByLabel('End', { exact: true }), end.time);
    await fill(page, page.getByRole('textbox', { name: 'Place' }), activity.place);
    await tap(button(page, 'Record it'));
    await expect(words(page)).toBeVisible();
}

async function moreMarks(page: Page): Promise<void> {
    if ((await page.getByRole('textbox', { name: 'Impact' }).count()) === 0) await press(button(page, 'More marks'));
    await expect(page.getByRole('textbox', { name: 'Impact' })).toBeAttached();
}

const polarities = { strength: 'Strength', weakness: 'Weakness', neutral: 'Neutral' } as const;
export const disclosures: Readonly<Record<string, string>> = {
    safeguarding: 'Safeguarding',
    'serious misconduct': 'Serious misconduct',
    'possible crime': 'Possible crime',
    'serious concern': 'Serious concern',
};

async function moreOf(page: Page, entry: Entry): Promise<void> {
    const has = entry.impact ?? entry.follow_up ?? entry.emerging ?? entry.disclosure ?? entry.serious_concern;
    if (has === undefined) return;
    await moreMarks(page);
    if (entry.impact) await fill(page, page.getByRole('textbox', { name: 'Impact' }), entry.impact);
    if (entry.follow_up) await press(button(page, 'Follow-up'));
    if (entry.emerging) await press(button(page, 'Emerging finding'));
    if (entry.disclosure) await tap(page.getByRole('radio', { name: disclosures[entry.disclosure] ?? '', exact: true }));
    if (entry.serious_concern) await press(button(page, 'Serious concern'));
}

/** An aspect by its short name; what is beside the aspects by its whole one. */
export function bearing(page: Page, id: string): Locator {
    const aspect = pack.aspects.find((one) => one.id === id);
    return button(page, aspect?.short_name ?? named(pack.other_matters, id).name);
}

/** Into the empty entry that is open. */
export async function write(page: Page, entry: Entry): Promise<void> {
    await fill(page, words(page), entry.words);
    await tap(page.getByRole('radio', { name: polarities[entry.polarity], exact: true }));
    for (const id of entry.aspects) await press(bearing(page, id));
    if (entry.in_confidence) await press(button(page, 'In confidence'));
    await moreOf(page, entry);
}

/** An activity with all its entries, and what its kind is to record. */
export async function recordWhole(page: Page, activity: Activity): Promise<void> {
    await record(page, activity);
    for (const [place, entry] of activity.entries.entries()) {
        if (place > 0) {
            await tap(button(page, 'New entry'));
            await expect(words(page)).toHaveValue('');
        }
        await write(page, entry);
    }
    const given = Object.entries(activity.record ?? {});
    if (given.length === 0) return;
    await press(button(page, /^To be recorded/)); // by keyboard: it may be scrolled out beneath the entry's header
    await expect(heading(page, 'To be recorded')).toBeVisible();
    const questions = pack.records.filter((one) => one.kinds.includes(activity.kind)).flatMap((one) => one.questions);
    for (const [id, said] of given) await answer(page, named(questions, id), said);
    await expect(page.getByText('Still needed')).toHaveCount(0);
    await tap(button(page, 'Back'));
}

const states: Readonly<Record<string, string>> = {
    done: 'Done',
    'not done': 'Not done',
    'not applicable': 'Not applicable',
    asked: 'Asked for',
    received: 'Received',
    read: 'Read',
    'not available': 'Not available',
    applies: 'Applies',
    'does not apply': 'Does not apply',
};

/** Goes through a checklist, as the sample has it, or with one word for all. */
export async function goThrough(page: Page, id: string, all?: string): Promise<void> {
    const list = named(pack.checklists, id);
    await toRow(page, 'Checklists');
    await tap(row(page, list.name));
    await expect(heading(page, list.name)).toBeVisible();
    for (const item of list.items) {
        const said = all ?? sample.checks.find((one) => one.list === id && one.item === item.id)?.state;
        if (said !== undefined) await choose(page, item.name, states[said] ?? said);
    }
    await saved(page);
}
