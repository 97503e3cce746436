// Which revisions the engine had acknowledged at each moment of a recording, and whether they are there afterwards.
// Never asks what a revision says: its bytes are the same or are not.
import type { Happening } from './recording';
import { appendedIn, durableIn, unlockedIn } from './revisions';
import type { Reopened } from './staging';

/** What tells one revision from another. */
export const identity = (revision: Buffer): string => revision.toString('base64');

/** What had been acknowledged after each happening: how many of `order` were, and their order. */
export interface Acknowledged {
    readonly order: readonly string[];
    readonly after: readonly number[];
    readonly everWritten: ReadonlySet<string>;
}

/** `before`: what had been acknowledged when the recording began. */
export function acknowledgedIn(happenings: readonly Happening[], before: readonly Buffer[] = []): Acknowledged {
    const order = before.map(identity);
    const after: number[] = [];
    const everWritten = new Set(order);
    let waiting: { edit: number; revisions: string[] }[] = [];
    for (const { what, bytes } of happenings) {
        if (what === 'started') waiting = []; // edits are counted anew
        const appended = what === 'said' ? appendedIn(bytes) : undefined;
        const durable = what === 'said' ? durableIn(bytes) : undefined;
        if (appended) waiting.push({ edit: appended.edit, revisions: appended.revisions.map(identity) });
        for (const revision of waiting.at(-1)?.revisions ?? []) everWritten.add(revision);
        if (durable !== undefined) {
            for (const { revisions } of waiting.filter(({ edit }) => edit <= durable)) order.push(...revisions);
            waiting = waiting.filter(({ edit }) => edit > durable);
        }
        after.push(order.length);
    }
    return { order, after, everWritten };
}

export interface Outcome {
    readonly lost: number;
    readonly invented: number;
    readonly complaint: string;
}

/** `acknowledged` must be there, and nothing that was not written. */
export function judge(reopened: Reopened, acknowledged: readonly string[], everWritten: ReadonlySet<string>): Outcome {
    const nothingYet = acknowledged.length === 0 && reopened.said.startsWith('state: first-start');
    if (nothingYet) return { lost: 0, invented: 0, complaint: '' };
    const found = reopened.events.map((event) => unlockedIn(Buffer.from(event, 'base64'))).find((revisions) => revisions);
    if (!found) return { lost: acknowledged.length, invented: 0, complaint: reopened.said };
    const there = new Set(found.map(identity));
    return {
        lost: acknowledged.filter((revision) => !there.has(revision)).length,
        invented: Array.from(there).filter((revision) => !everWritten.has(revision)).length,
        complaint: '',
    };
}

