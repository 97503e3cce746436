// What ./dev bench measures: from key to screen in a short and in a long notebook, and how many frames are drawn for what.
// Never judges: it prints figures, and is no test.
import { type Page, test } from '@playwright/test';
import { count } from '../../web/counting';
import { button } from '../../web/daybook';
import { drawn, saved, tap } from '../../web/hands';
import { percentile, type Traced, traced } from './key_to_screen';
import { type Desk, desks, openNotebook, type OpenNotebook, sitDown, slowdown, slowly } from './notebooks';

const sizes = [20, 2000] as const; // entries
const rounds = 10;
const keysOfARound = 20;
const rest = 10_000; // ms in which nothing should be drawn

interface Figures {
    readonly latencies: number[];
    frames: number;
}

/** About ten keys a second, at no fixed place within a frame; a pause after each word, in which it is sent and saved. */
async function typeSome(page: Page): Promise<void> {
    const text = 'they read it aloud; ';
    for (let key = 0; key < keysOfARound; ++key) {
        await page.keyboard.press(text[key % text.length] === ' ' ? 'Space' : (text[key % text.length] ?? 'e'));
        await page.waitForTimeout(text[key % text.length] === ' ' ? 350 : 80 + ((key * 7) % 17));
    }
}

/** By turns, so that what else the machine does meets both. */
async function compare(notebooks: readonly OpenNotebook[], desk: Desk): Promise<Map<number, Figures>> {
    const figures = new Map<number, Figures>(notebooks.map(({ entries }) => [entries, { latencies: [], frames: 0 }]));
    for (const notebook of notebooks) {
        await sitDown(notebook, desk);
        await slowly(notebook, () => typeSome(notebook.page)); // what comes for the first time is not measured
    }
    for (let round = 0; round < rounds; ++round) {
        for (const notebook of round % 2 ? [...notebooks].reverse() : notebooks) {
            const typing = (): Promise<Traced> => traced(notebook.browser, () => typeSome(notebook.page));
            const { latencies, frames } = await slowly(notebook, typing);
            const sum = figures.get(notebook.entries);
            sum?.latencies.push(...latencies);
            if (sum) sum.frames += frames;
        }
    }
    return figures;
}

interface Drawn {
    readonly frames: number; // of the app
    readonly pictures: number; // of them that came out unlike the one before
}

async function drawnWhile(page: Page, something: () => Promise<void>): Promise<Drawn> {
    await drawn(page);
    const before = await count(page);
    await something();
    await saved(page);
    await drawn(page);
    const after = await count(page);
    return { frames: after.frames - before.frames, pictures: after.pictures - before.pictures };
}

function tableOf(desk: Desk, figures: Map<number, Figures>): string[] {
    const cells = (values: readonly number[], digits: number): string =>
        values.map((value) => value.toFixed(digits).padStart(10)).join('');
    const columns = Array.from(figures.values(), ({ latencies, frames }) => [
        percentile(latencies, 0.5),
        percentile(latencies, 0.95),
        frames / latencies.length,
    ]);
    const rows = Array.from(figures, ([entries, { latencies }], row) => {
        const counted = `${String(entries).padStart(7)}${String(latencies.length).padStart(7)}`;
        return counted + cells(columns[row] ?? [], 1);
    });
    const ratios = columns[1]?.map((value, column) => value / (columns[0]?.[column] ?? 0)) ?? [];
    const head = 'entries   keys   p50, ms   p95, ms  page, ms';
    return [`writing ${desk}`, head, ...rows, `${'ratio'.padStart(14)}${cells(ratios, 2)}`, ''];
}

test('from key to screen, and the frames of nothing and of a tap', async ({ launchOptions, baseURL, viewport }) => {
    const options = { ...launchOptions, viewport, hasTouch: true, ...(baseURL === undefined ? {} : { baseURL }) };
    const notebooks = await Promise.all(sizes.map((entries) => openNotebook(options, entries)));
    const lines = [
        'From the moment that the browser has a key until the frame with its letter is presented.',
        `The page’s thread is slowed ${slowdown} times; "page" is what its own frames take of it for each key.`,
        '',
    ];
    for (const desk of desks) lines.push(...tableOf(desk, await compare(notebooks, desk)));
    lines.push('entries  frames and pictures drawn:  10 s of nothing    a tap on a mark');
    for (const { entries, page } of notebooks) {
        await saved(page);
        const idle = await drawnWhile(page, () => page.waitForTimeout(rest));
        const mark = await drawnWhile(page, () => tap(button(page, 'In confidence')));
        const cell = ({ frames, pictures }: Drawn): string => `${frames}, ${pictures}`.padStart(19);
        lines.push(`${String(entries).padStart(7)}${' '.repeat(26)}${cell(idle)}${cell(mark)}`);
    }
    process.stdout.write(`\n${lines.join('\n')}\n`);
    for (const notebook of notebooks) await notebook.close();
});
