// The power is cut at the moments of a recording, on made-up disks: each is opened by the engine, and judged.
// Never judges by what the engine says of itself: revisions are compared with those that it had acknowledged.
import type { Page } from '@playwright/test';
import { type Acknowledged, judge } from './acknowledged';
import { type Disk, diskAfter, fates, survivors } from './crash';
import { seed } from './figures';
import { chance } from './random';
import type { Happening } from './recording';
import type { Stage } from './staging';

export interface Recorded {
    readonly happenings: readonly Happening[];
    /** What there was when the recording began. */
    readonly before: Disk;
    readonly acknowledged: Acknowledged;
    readonly passcode: string;
}

export interface Tried {
    readonly states: number;
    readonly moments: number;
    /** Acknowledged revisions that were looked for, in all states together. */
    readonly compared: number;
    readonly lost: number;
    readonly invented: number;
    readonly repaired: number;
    readonly complaints: readonly string[];
}

const lanes = 2; // disks that are tried at once

/** Tries `wanted` states, with moments from the beginning of the recording to its end. */
export async function cutPower(page: Page, staging: Stage, recorded: Recorded, wanted: number): Promise<Tried> {
    const { happenings, before, passcode } = recorded;
    const { order, after, everWritten } = recorded.acknowledged;
    const moments = happenings.flatMap(({ what }, index) => (what === 'said' || what === 'open' || what === 'started' ? [] : [index + 1]));
    const complaints: string[] = [];
    let [states, compared, lost, invented, repaired] = [0, 0, 0, 0, 0];
    const tryNext = async (): Promise<void> => {
        while (states < wanted) {
            const number = states++;
            const choices = chance(seed * 1_000_003 + number);
            const moment = moments[Math.floor((number * moments.length) / wanted)] ?? happenings.length;
            const fate = fates[number % fates.length] ?? 'none of it';
            const left = number % 9 === 7 ? survivors[1] : number % 9 === 8 ? survivors[2] : survivors[0];
            const disk = diskAfter(happenings.slice(0, moment), before, fate, left, choices);
            const reopened = await staging.reopen(page, disk, passcode);
            const acknowledged = order.slice(0, after[moment - 1] ?? 0);
            const outcome = judge(reopened, acknowledged, everWritten);
            compared += acknowledged.length;
            lost += outcome.lost;
            invented += outcome.invented;
            repaired += reopened.repaired ? 1 : 0;
            if (outcome.lost + outcome.invented > 0 || outcome.complaint !== '') {
                complaints.push(`state ${number}: cut after ${moment}, ${fate} kept, ${left}: ${JSON.stringify(outcome)}`);
            }
        }
    };
    await Promise.all(Array.from({ length: lanes }, tryNext));
    return { states, moments: moments.length, compared, lost, invented, repaired, complaints };
}

/** What is found lost on a disk that forgets the last third of the recording, although it said that it was flushed. */
export async function lostByAForgetfulDisk(page: Page, staging: Stage, recorded: Recorded): Promise<number> {
    const { happenings, before, passcode } = recorded;
    const early = happenings.slice(0, Math.floor((happenings.length * 2) / 3));
    const forgetful = diskAfter(early, before, 'all of it', 'both copies', chance(seed));
    const { order, everWritten } = recorded.acknowledged;
    return judge(await staging.reopen(page, forgetful, passcode), order, everWritten).lost;
}
