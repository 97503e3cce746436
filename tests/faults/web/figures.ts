// How much is tried, with which seed, and how a figure is said: a line that ./dev faults puts into its table.
// Never rounds a loss away.

/** All of it, as ./dev faults asks; otherwise about a tenth, as ./dev test does. */
export const full = process.env['DAYBOOK_FAULTS'] === 'all';

export const seed = Number(process.env['DAYBOOK_FAULTS_SEED'] ?? 1);

export const mark = 'FAULTS ';

export type Figures = Readonly<Record<string, number>>;

export function report(name: string, figures: Figures): void {
    process.stdout.write(`${mark}${JSON.stringify({ name, seed, ...figures })}\n`);
}
