// The table of ./dev faults: gathers what native and browser tests say of themselves, adds it up, and judges it.
// Never calls it well if anything was lost, was found in clear, or was not counted.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullConfig, FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { mark } from './figures';

type Line = Readonly<Record<string, number | string>>;

/** What every run of all faults must have counted: the figure, and how its lines are put together. */
const wanted: readonly { readonly words: string; readonly key: string; readonly from: RegExp; readonly take: 'sum' | 'longest' }[] = [
    { words: 'kills of the browser', key: 'kills', from: /^kills: browser/, take: 'sum' },
    { words: 'kills of its renderer', key: 'kills', from: /^kills: renderer/, take: 'sum' },
    { words: 'ends of the worker', key: 'kills', from: /^kills: worker/, take: 'sum' },
    { words: 'tabs closed', key: 'kills', from: /^kills: tab/, take: 'sum' },
    { words: 'kills of the native program', key: 'kills', from: /^kills.*native/, take: 'sum' },
    { words: 'kills while the first format is brought up, browser', key: 'kills of a migration', from: /^migration kills/, take: 'sum' },
    { words: 'longest unacknowledged text lost, ms', key: 'longest unacknowledged ms', from: /^kills/, take: 'longest' },
    { words: 'power-cut states, browser', key: 'states', from: /^power cuts in the browser/, take: 'sum' },
    { words: 'of them while the first format is brought up', key: 'states', from: /^power cuts in the browser while/, take: 'sum' },
    { words: 'power-cut states, native', key: 'states', from: /^power cuts natively/, take: 'sum' },
    { words: 'acknowledged, compared in all states and kills', key: 'acknowledged', from: /./, take: 'sum' },
    { words: 'faults injected', key: 'injected', from: /./, take: 'sum' },
    { words: 'faults healed', key: 'healed', from: /^failing disk/, take: 'sum' },
    { words: 'faults reported', key: 'reported', from: /^failing disk/, take: 'sum' },
    { words: 'bits flipped, browser', key: 'flips', from: /^bit flips in the browser/, take: 'sum' },
    { words: 'bits flipped, native', key: 'flips', from: /^bit flips natively/, take: 'sum' },
    { words: 'commits whose flushes were counted, browser', key: 'commits', from: /^power cuts in the browser/, take: 'sum' },
    { words: 'flushes of the database in them', key: 'flushes', from: /^power cuts in the browser/, take: 'sum' },
    { words: 'commits whose flushes the kernel counted, native', key: 'commits', from: /^flushes natively, by/, take: 'sum' },
    { words: 'flushes of the database in them', key: 'flushes', from: /^flushes natively, by/, take: 'sum' },
    { words: 'minutes from the last letter to a search', key: 'minutes after typing', from: /^plaintext in the browser/, take: 'longest' },
    { words: 'bytes searched for plaintext', key: 'bytes searched', from: /./, take: 'sum' },
];

/** What may not be above 0, whoever counts it. */
const never = ['lost', 'invented', 'wrong', 'found'] as const;

/** The lines with the mark; ctest puts the number of a test before each. */
function linesOf(text: string): Line[] {
    return text.split('\n').flatMap((line) => {
        const said = line.replace(/^\d+: /, '');
        return said.startsWith(mark) ? [JSON.parse(said.slice(mark.length)) as Line] : [];
    });
}

function values(lines: readonly Line[], key: string, from: RegExp): number[] {
    return lines.flatMap((line) => {
        const value = line[key];
        return typeof value === 'number' && from.test(String(line['name'])) ? [value] : [];
    });
}

function row(words: string, figure: string): string {
    return `${words.padEnd(52)}${figure.padStart(16)}`;
}

/** The rows of the table, and whether all is well. */
export function table(lines: readonly Line[]): { rows: string[]; well: boolean } {
    let well = true;
    const rows = wanted.map(({ words, key, from, take }) => {
        const found = values(lines, key, from);
        if (found.length === 0) well = false;
        const figure = take === 'sum' ? found.reduce((sum, value) => sum + value, 0) : Math.max(...found);
        return row(words, found.length === 0 ? 'not counted' : String(figure));
    });
    for (const key of never) {
        const found = values(lines, key, /./);
        const sum = found.reduce((total, value) => total + value, 0);
        if (found.length === 0 || sum > 0) well = false;
        rows.push(row(key, found.length === 0 ? 'not counted' : String(sum)));
    }
    return { rows, well };
}

interface Counted {
    passed: number;
    all: number;
}

/** A reporter of Playwright's. What the native program said is in the file that DAYBOOK_FAULTS_NATIVE names. */
export default class FaultsTable implements Reporter {
    private readonly lines: Line[] = [];
    private readonly files = new Map<string, Counted>();
    private top = '';

    onBegin(config: FullConfig): void {
        this.top = config.rootDir;
        const native = process.env['DAYBOOK_FAULTS_NATIVE'] ?? '';
        if (existsSync(native)) this.lines.push(...linesOf(readFileSync(native, 'utf8')));
    }

    onStdOut(chunk: string | Buffer): void {
        this.lines.push(...linesOf(chunk.toString()));
    }

    onTestEnd(test: TestCase, result: TestResult): void {
        const file = relative(this.top, test.location.file);
        const counted = this.files.get(file) ?? { passed: 0, all: 0 };
        this.files.set(file, { passed: counted.passed + (result.status === 'passed' ? 1 : 0), all: counted.all + 1 });
    }

    async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
        const { rows, well } = table(this.lines);
        const each = this.lines.map(({ name, ...figures }) => `  ${String(name)}: ${JSON.stringify(figures)}`);
        const files = Array.from(this.files, ([file, { passed, all }]) => row(file, `${passed} of ${all}`));
        process.stdout.write(['', ...each, '', ...rows, ...files, ''].join('\n'));
        return { status: well ? result.status : 'failed' };
    }

    printsToStdio(): boolean {
        return true;
    }
}
