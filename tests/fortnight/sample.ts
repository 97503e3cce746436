// The sample inspection and its framework pack, as the fortnight types them in by hand.
// Never changes either: a short fortnight has less of the same.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Answer {
    readonly choice?: string;
    readonly words?: string;
}
export interface FollowUp {
    readonly owner: string;
    readonly answered_by?: readonly string[];
    readonly closed?: string;
}
export interface PassedOn {
    readonly about: string;
    readonly to: string;
    readonly by: string;
    readonly words: string;
}
export interface Entry {
    readonly words: string;
    readonly aspects: readonly string[];
    readonly polarity: 'strength' | 'weakness' | 'neutral';
    readonly in_confidence: boolean;
    readonly impact?: string;
    readonly key?: string;
    readonly emerging?: boolean;
    readonly follow_up?: FollowUp;
    readonly disclosure?: string;
    readonly serious_concern?: boolean;
    readonly passed_on?: readonly PassedOn[];
}
export interface Activity {
    readonly kind: string;
    readonly place: string;
    readonly start_minutes: number;
    readonly minutes: number;
    readonly roles: readonly string[];
    readonly entries: readonly Entry[];
    readonly inspector?: string;
    readonly school?: string;
    readonly record?: Readonly<Record<string, Answer>>;
}
export interface School {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    readonly phase: string;
    readonly rating?: string;
    readonly inspection?: string;
}
export interface Check {
    readonly list: string;
    readonly item: string;
    readonly state: string;
}
export interface Form {
    readonly school: string;
    readonly talk: string;
    readonly state: 'held' | 'unavailable';
    readonly medium?: string;
    readonly people?: readonly string[];
    readonly efforts?: string;
    readonly themes?: Readonly<Record<string, string>>;
}
export interface Call {
    readonly school: string;
    readonly outcome: 'reached' | 'no answer' | 'call back';
    readonly answers?: Readonly<Record<string, Answer>>;
}
export interface Planned {
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly kind?: string;
    readonly title?: string;
    readonly place?: string;
    readonly inspectors: readonly string[];
}
export interface Contact {
    readonly name: string;
    readonly role: string;
    readonly telephone?: string;
    readonly email?: string;
}
export interface Sample {
    readonly authority: string;
    readonly lead: string;
    readonly team: readonly string[];
    readonly first_day: string;
    readonly last_day: string;
    readonly milestones: Readonly<Record<string, string>>;
    readonly activities: readonly Activity[];
    readonly schools: readonly School[];
    readonly checks: readonly Check[];
    readonly declarations: readonly { readonly who: string; readonly what: string; readonly day: string; readonly decided?: string }[];
    readonly forms: readonly Form[];
    readonly survey: readonly Call[];
    readonly plan?: readonly Planned[];
    readonly contacts?: readonly Contact[];
}

interface Named {
    readonly id: string;
    readonly name: string;
}
interface ShortNamed extends Named {
    readonly short_name: string;
}
export interface Question extends ShortNamed {
    readonly choices?: readonly Named[];
    readonly needed?: boolean;
}
export interface Pack {
    readonly aspects: readonly ShortNamed[];
    readonly other_matters: readonly ShortNamed[];
    readonly roles: readonly ShortNamed[];
    readonly activity_kinds: readonly (Named & { readonly meets_people: boolean })[];
    readonly checklists: readonly (Named & { readonly form: string; readonly items: readonly Named[] })[];
    readonly milestones: readonly Named[];
    readonly survey_groups: readonly (ShortNamed & { readonly questions?: readonly Question[] })[];
    readonly records: readonly (Named & { readonly kinds: readonly string[]; readonly questions: readonly Question[] })[];
    readonly evidence_forms: { readonly inspections: readonly ShortNamed[]; readonly talks: readonly ShortNamed[]; readonly themes: readonly ShortNamed[] };
}

const read = (path: string): unknown => JSON.parse(readFileSync(resolve('..', 'assets', path), 'utf8'));
export const sample = read('sample/sample.json') as Sample;
export const pack = read('frameworks/england-la-school-improvement-2015/pack.json') as Pack;

export function named<T extends Named>(things: readonly T[], id: string): T {
    const found = things.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the pack has no ${id}`);
    return found;
}

/** The clock on the wall: the sample's first activity can begin at half past nine on its first day. */
export function wallTime(minutes: number): { day: string; time: string } {
    const moment = new Date(Date.parse(`${sample.first_day}T09:30:00Z`) + minutes * 60_000).toISOString();
    return { day: moment.slice(0, 10), time: moment.slice(11, 16) };
}

/** Entries such that each aspect has some from two meetings with others, and all that must be settled is there. */
function fewOf(whole: Sample): readonly Activity[] {
    const wanted = new Set<Entry>();
    const keys = new Set<string>();
    for (const { id } of pack.aspects) {
        const sources = new Set<string>();
        for (const activity of whole.activities) {
            const source = activity.roles[0] ?? activity.kind;
            const entry = activity.entries.find((one) => one.aspects.includes(id) && one.follow_up === undefined);
            if (sources.size === 2 || sources.has(source) || entry === undefined) continue;
            sources.add(source);
            wanted.add(entry);
        }
    }
    const all = whole.activities.flatMap((activity) => activity.entries);
    for (const entry of all.filter((one) => one.disclosure !== undefined || one.serious_concern)) wanted.add(entry);
    for (const entry of all.filter((one) => (one.follow_up?.answered_by ?? []).length > 0).slice(0, 1)) {
        wanted.add(entry);
        for (const key of entry.follow_up?.answered_by ?? []) keys.add(key);
    }
    for (const entry of all.filter((one) => one.key !== undefined && keys.has(one.key))) wanted.add(entry);
    return whole.activities
        .map((activity) => ({ ...activity, entries: activity.entries.filter((entry) => wanted.has(entry)) }))
        .filter((activity) => activity.entries.length > 0 || activity.record !== undefined);
}

/** Less of everything, but for the checklists, and still such that no rule of the pack is broken. */
export function shortened(whole: Sample): Sample {
    const inspected = whole.schools.filter((school) => whole.forms.some((form) => form.school === school.urn)).slice(0, 1);
    const called = whole.survey.slice(0, 3);
    const urns = new Set([...inspected.map((one) => one.urn), ...called.map((one) => one.school)]);
    const activities = fewOf(whole);
    for (const activity of activities) if (activity.school !== undefined) urns.add(activity.school);
    const kept = new Set(inspected.map((one) => one.urn));
    const schools = whole.schools
        .filter((school) => urns.has(school.urn))
        .map(({ inspection, ...school }) => (kept.has(school.urn) && inspection !== undefined ? { ...school, inspection } : school));
    return {
        ...whole,
        activities,
        schools,
        survey: called,
        forms: whole.forms.filter((form) => kept.has(form.school)),
        plan: (whole.plan ?? []).slice(0, 3),
    };
}
