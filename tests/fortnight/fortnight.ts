// The two weeks of an inspection in the browser, from the first start to the last deadline, by the sample's own words.
// Never through a door of the app's own: what is done here, an inspector can do.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { button, go, heading, passcode, words } from '../web/daybook';
import { press, saved, tap } from '../web/hands';
import { answer, bearing, disclosures, escaped, fill, goThrough, recordWhole, row, toRow } from './hand';
import { type Entry, named, pack, type Sample } from './sample';

/** Keeps a picture of what is on the screen under this name. */
export type Picture = (page: Page, name: string) => Promise<void>;

async function begin(page: Page, sample: Sample): Promise<void> {
    page.setDefaultTimeout(20_000); // what is not there by then does not come
    await page.goto('./');
    await page.getByLabel('Your name').fill(sample.lead);
    await page.getByLabel('Your passcode').fill(passcode);
    await page.getByRole('button', { name: 'Start' }).click();
    await tap(button(page, 'Create an inspection'));
    await page.getByRole('textbox', { name: 'Local authority' }).fill(sample.authority);
    await page.getByLabel('First day').fill(sample.first_day);
    await page.getByLabel('Last day').fill(sample.last_day);
    await page.getByRole('textbox', { name: 'Lead inspector' }).fill(sample.lead);
    await page.getByRole('textbox', { name: 'Team' }).fill(sample.team.join('\n'));
    await press(button(page, 'Create the inspection'));
    await expect(heading(page, 'Today')).toBeVisible();
    await saved(page);
}

/** The authority's schools, from a list, and which of them are inspected in the first week. */
async function schools(page: Page, sample: Sample): Promise<void> {
    const columns = 'URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),OfstedRating (name)';
    const lines = sample.schools.map((one) => [one.urn, `"${one.name}"`, one.type, one.phase, one.rating ?? ''].join(','));
    await toRow(page, 'Schools');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button(page, 'Import a list'))]);
    await chooser.setFiles({ name: 'schools.csv', mimeType: 'text/csv', buffer: Buffer.from([columns, ...lines, ''].join('\r\n')) });
    await expect(page.getByText(new RegExp(`^${sample.schools.length} schools?: ${sample.schools.length} new`))).toBeAttached();
    await tap(button(page, 'Import'));
    await saved(page);
    const find = page.getByRole('searchbox', { name: 'Find a school by name or URN' });
    for (const school of sample.schools) {
        if (school.inspection === undefined) continue;
        if ((await find.count()) > 0) await fill(page, find, school.urn);
        await tap(row(page, school.name));
        await press(row(page, named(pack.evidence_forms.inspections, school.inspection).name));
        await tap(button(page, 'Back'));
    }
    if ((await find.count()) > 0) await fill(page, find, '');
    await saved(page);
}

async function forms(page: Page, sample: Sample): Promise<void> {
    for (const form of sample.forms) {
        const school = sample.schools.find((one) => one.urn === form.school);
        await toRow(page, 'Evidence forms');
        await tap(row(page, school?.name ?? form.school));
        await tap(row(page, named(pack.evidence_forms.talks, form.talk).short_name).first());
        await tap(page.getByRole('radio', { name: form.state === 'held' ? 'Held' : 'Unavailable', exact: true }));
        if (form.medium) await tap(page.getByRole('radio', { name: form.medium === 'telephone' ? 'By telephone' : 'Face to face', exact: true }));
        for (const role of form.people ?? []) await press(button(page, named(pack.roles, role).name));
        if (form.efforts) await fill(page, page.getByRole('textbox', { name: 'What was done to hold it' }), form.efforts);
        for (const [theme, said] of Object.entries(form.themes ?? {}))
            await fill(page, page.getByRole('textbox', { name: named(pack.evidence_forms.themes, theme).name, exact: true }), said);
    }
    await saved(page);
}

const outcomes = { reached: 'Reached', 'no answer': 'No answer', 'call back': 'Call back' } as const;

/** Those that the sample knows an answer of are put into the survey's sample by hand. */
async function surveySample(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'Telephone survey');
    await tap(button(page, 'Sample'));
    for (const call of sample.survey) {
        const school = sample.schools.find((one) => one.urn === call.school);
        await press(row(page, `${school?.name ?? ''} · `));
    }
    const words = `Sample of ${sample.survey.length} school${sample.survey.length === 1 ? '' : 's'}`;
    await expect(page.getByText(words)).toBeAttached();
    await saved(page);
}

/** School by school in the order in which the survey itself calls them, each once. */
async function survey(page: Page, sample: Sample): Promise<void> {
    const questions = pack.survey_groups.flatMap((group) => group.questions ?? []);
    const left = new Map(sample.survey.map((call) => [sample.schools.find((one) => one.urn === call.school)?.name ?? '', call]));
    await toRow(page, 'Telephone survey');
    await tap(button(page, /^Call next: /));
    while (left.size > 0) {
        const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
        const call = left.get(name);
        if (call === undefined) throw new Error(`${name} is called, and the sample says nothing of it`);
        left.delete(name);
        await tap(page.getByRole('radio', { name: outcomes[call.outcome], exact: true }));
        for (const [id, given] of Object.entries(call.answers ?? {})) await answer(page, named(questions, id), given);
        if (left.size === 0) break;
        await tap(button(page, /^Next: /));
        await expect(heading(page, name)).toHaveCount(0);
    }
    await saved(page);
}

/** Lines of enquiry: answered by the entry that the sample names, or closed. One is left open. */
async function followUps(page: Page, sample: Sample): Promise<void> {
    const entries = sample.activities.flatMap((activity) => activity.entries);
    for (const asked of entries) {
        const keys = asked.follow_up?.answered_by ?? [];
        const reason = asked.follow_up?.closed ?? '';
        if (keys.length === 0 && reason === '') continue;
        await toRow(page, 'Follow-ups');
        await tap(page.getByRole('button', { name: new RegExp(escaped(beginning(asked))) }).first());
        await expect(heading(page, 'Follow-up')).toBeVisible();
        if (asked.follow_up?.owner) await press(button(page, asked.follow_up.owner));
        for (const key of keys) {
            const answered = entries.find((one) => one.key === key);
            if (answered !== undefined) await answerBy(page, answered);
        }
        if (keys.length > 0) continue;
        await close(page, reason);
    }
    await saved(page);
}

async function close(page: Page, reason: string): Promise<void> {
    await tap(button(page, 'Close it without an answer'));
    await fill(page, page.getByRole('textbox', { name: 'Why it needs no answer' }), reason);
    await press(button(page, 'Close it'));
    await expect(button(page, 'Open it again')).toBeAttached();
}

const beginning = (entry: Entry): string => entry.words.slice(0, 24);

async function answerBy(page: Page, entry: Entry): Promise<void> {
    await tap(button(page, 'Choose an entry'));
    await fill(page, page.getByRole('searchbox', { name: 'Words of the entry' }), beginning(entry));
    await tap(page.getByRole('button', { name: new RegExp(escaped(beginning(entry))) }).last());
    await expect(page.getByText('Answered', { exact: true })).toBeAttached();
}

async function passOn(page: Page, sample: Sample): Promise<void> {
    for (const entry of sample.activities.flatMap((activity) => activity.entries)) {
        for (const passed of entry.passed_on ?? []) {
            await toRow(page, 'To be passed on');
            await tap(page.getByRole('button', { name: new RegExp(escaped(beginning(entry))) }));
            await fill(page, page.getByLabel('To whom'), passed.to);
            await press(button(page, `Record that it was passed on: ${disclosures[passed.about] ?? passed.about}`));
            await expect(page.getByText(new RegExp(`^To ${escaped(passed.to)}, `))).toBeAttached();
        }
    }
    await saved(page);
}

async function declarations(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'Conflicts of interest');
    for (const declared of sample.declarations) {
        await tap(button(page, 'Add a declaration'));
        await fill(page, page.getByLabel('Who declares it'), declared.who);
        await fill(page, page.getByLabel('What is declared'), declared.what);
        await fill(page, page.getByLabel('Day it was declared'), declared.day);
        await fill(page, page.getByLabel('What was decided'), declared.decided ?? '');
        await tap(button(page, 'Save'));
    }
    await saved(page);
}

async function contacts(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'The inspection');
    for (const contact of sample.contacts ?? []) {
        await tap(button(page, 'Add a contact'));
        await fill(page, page.getByRole('textbox', { name: 'Name', exact: true }), contact.name);
        await fill(page, page.getByRole('textbox', { name: 'Role', exact: true }), contact.role);
        await fill(page, page.getByRole('textbox', { name: 'Telephone' }), contact.telephone ?? '');
        await tap(button(page, 'Save'));
    }
    await saved(page);
}

async function plan(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'Plan');
    for (const session of sample.plan ?? []) {
        await tap(button(page, 'Add a session').first());
        await fill(page, page.getByLabel('Day', { exact: true }), session.day);
        await fill(page, page.getByLabel('From', { exact: true }), session.from);
        await fill(page, page.getByLabel('To', { exact: true }), session.to);
        await fill(page, page.getByRole('textbox', { name: 'What it is called' }), session.title ?? '');
        if (session.kind) await tap(page.getByRole('radio', { name: named(pack.activity_kinds, session.kind).name, exact: true }));
        await fill(page, page.getByRole('textbox', { name: 'Place' }), session.place ?? '');
        for (const name of [sample.lead, ...sample.team]) {
            const goes = String(session.inspectors.includes(name));
            if ((await button(page, name).getAttribute('aria-pressed')) !== goes) await press(button(page, name));
        }
        await tap(button(page, 'Add it to the plan'));
        await expect(heading(page, 'Plan')).toBeVisible();
    }
    await expect(heading2(page, 'Sessions')).toBeAttached();
    await expect(heading2(page, 'To look at'), 'nobody is in two places, and there is time for every way').toHaveCount(0);
    await saved(page);
}

const heading2 = (page: Page, name: string): Locator => page.getByRole('heading', { level: 2, name });

/** The printable page for the team: made from the notebook, and opened to be read. */
async function joiningInstructions(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'The inspection');
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save the joining instructions'))]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(sample.authority);
    for (const name of [sample.lead, ...sample.team]) expect(text).toContain(name);
    const before = sample.activities.filter((one) => one.kind === 'preparation').flatMap((one) => one.entries);
    for (const entry of before) if (entry.follow_up && !entry.in_confidence) expect(text).toContain(beginning(entry));
}

async function deadlines(page: Page, sample: Sample): Promise<void> {
    await toRow(page, 'Deadlines');
    for (const [id, day] of Object.entries(sample.milestones)) {
        const milestone = named(pack.milestones, id);
        const field = page.getByLabel(milestone.name, { exact: true });
        await fill(page, field, day);
    }
    await tap(button(page, 'Save these dates'));
    await saved(page);
    const [download] = await Promise.all([page.waitForEvent('download'), tap(button(page, 'Save for a calendar'))]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('BEGIN:VEVENT');
}

/** Whatever the rules still find open is gone to and settled: a line of enquiry is closed, an entry is given a matter. */
async function settle(page: Page, sample: Sample): Promise<void> {
    const entries = sample.activities.flatMap((activity) => activity.entries);
    await toRow(page, 'Health');
    const open = page.getByRole('button', { name: /^Go there: / });
    while ((await open.count()) > 0) {
        const before = await page.getByRole('status').filter({ hasText: /open/ }).textContent();
        await press(open.first());
        await expect(heading(page, 'Health')).toHaveCount(0);
        if ((await page.getByRole('heading', { level: 1, name: 'Follow-up' }).count()) > 0) {
            await close(page, 'The next inspection of the school will show it.');
        } else {
            const said = await words(page).inputValue();
            expect(entries.find((one) => one.words === said)?.aspects, 'only one that never bore on anything').toEqual([]);
            await press(bearing(page, pack.other_matters[0]?.id ?? ''));
        }
        await toRow(page, 'Health');
        await expect(page.getByRole('status').filter({ hasText: /open/ })).not.toHaveText(before ?? '');
    }
    await expect(page.getByRole('status').filter({ hasText: 'Nothing is open' })).toBeAttached();
    await saved(page);
}

/** From the first start to a notebook that breaks no rule. */
export async function fortnight(page: Page, sample: Sample, picture: Picture): Promise<void> {
    const step = (name: string, does: () => Promise<void>): Promise<void> =>
        test.step(name, async () => {
            await does();
            await picture(page, name);
        });
    const first = sample.activities.filter((one) => one.kind === 'notification-call' || one.kind === 'preparation');
    const later = sample.activities.filter((one) => !first.includes(one));
    await step('the inspection is set up', () => begin(page, sample));
    await step('why the authority was selected', () => goThrough(page, 'why-selected'));
    await step('schools', () => schools(page, sample));
    await step('preparation and the notification call', async () => {
        for (const activity of first) await recordWhole(page, activity);
    });
    for (const list of ['preparation', 'notification-purposes', 'notification-around'])
        await step(`checklist ${list}`, () => goThrough(page, list));
    await step('documents are asked for', () => goThrough(page, 'documents', 'asked'));
    await step('conflicts of interest', () => declarations(page, sample));
    await step('contacts', () => contacts(page, sample));
    await step('plan', () => plan(page, sample));
    await step('checklist joining-instructions', () => goThrough(page, 'joining-instructions'));
    await step('joining instructions', () => joiningInstructions(page, sample));
    await step('evidence forms', () => forms(page, sample));
    await step('sample of the survey', () => surveySample(page, sample));
    await step('telephone survey', () => survey(page, sample));
    await step('answers of the survey', () => tapThrough(page));
    await step('checklist opening', () => goThrough(page, 'opening'));
    await step('meetings and entries', async () => {
        for (const activity of later) await recordWhole(page, activity);
    });
    await step('documents are read', () => goThrough(page, 'documents'));
    await step('follow-ups', () => followUps(page, sample));
    await step('passed on', () => passOn(page, sample));
    await step('health before the end', () => toRow(page, 'Health'));
    for (const list of ['final-team-meeting', 'feedback', 'before-leaving']) await step(`checklist ${list}`, () => goThrough(page, list));
    await step('time', () => toRow(page, 'Time'));
    await step('deadlines', () => deadlines(page, sample));
    await step('health', () => settle(page, sample));
    await step('notebook', () => go(page, 'Notebook'));
    await step('today', () => go(page, 'Today'));
}

async function tapThrough(page: Page): Promise<void> {
    await toRow(page, 'Telephone survey');
    await tap(button(page, 'Answers so far'));
    await expect(heading(page, 'Answers so far')).toBeVisible();
}
