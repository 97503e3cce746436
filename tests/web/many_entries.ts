// A notebook with as many entries as one likes: the sample inspection, made longer before the page reads it.
// Never past the app: it opens this sample as it opens its own, by commands to its engine.
import type { Page } from '@playwright/test';

/** Each begins with a number, "Entry 17.", and has words enough for two lines of a list; they come in any order. */
function lengthen(count: number): void {
    const most = 200; // entries that one activity of a sample may have
    const real = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (...asked: Parameters<typeof fetch>) => {
        const response = await real(...asked);
        if (!/sample[^/]*\.json$/.test(String(asked[0]))) return response;
        const sample = (await response.json()) as {
            activities: { kind: string; entries: { words: string; aspects: string[]; polarity: string; in_confidence: boolean }[] }[];
        };
        const meeting = sample.activities.find(({ kind }) => kind === 'contextual-briefing');
        const written = sample.activities.flatMap(({ entries }) => entries);
        const activities = [];
        for (let made = 0; made < count; made += most) {
            const entries = Array.from({ length: Math.min(most, count - made) }, (_, index) => {
                const like = written[index % written.length];
                // Whatever speaks of other entries stays away: those are not there.
                const { aspects, polarity, in_confidence } = like ?? {};
                return { aspects, polarity, in_confidence, words: `Entry ${index + 1}. ${like?.words.slice(0, 160)}` };
            });
            activities.push({ ...meeting, pauses: undefined, start_minutes: activities.length * 60, entries });
        }
        return Response.json({ ...sample, activities });
    };
}

/** To be called before the page is loaded: its sample then has this many entries, 200 in a meeting. */
export async function lengthenSample(page: Page, count: number): Promise<void> {
    await page.addInitScript(lengthen, count);
}
