// How long a key takes to the screen, as the browser itself traces it: from the moment that the browser has the key until
// the frame is presented in which the page has dealt with it (EventLatency of KEY_PRESSED, in microseconds).
// Never counts a key of which nothing was presented.
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
    readonly name: string;
    readonly ph: string;
    readonly ts: number;
    readonly dur?: number;
    readonly id2?: { readonly local?: string };
    readonly args?: { readonly event_latency?: { readonly event_type?: string; readonly surface_frame_trace_id?: number } };
}

export interface Traced {
    /** Milliseconds of each key, in order. */
    readonly latencies: readonly number[];
    /** Milliseconds that the page's own frames took in all: its logic, what it draws, and its mirror. */
    readonly frames: number;
}

function latenciesOf(events: readonly TraceEvent[]): number[] {
    const begun = new Map<string, TraceEvent>();
    const found: number[] = [];
    for (const event of events) {
        const id = event.id2?.local;
        if (event.name !== 'EventLatency' || id === undefined) continue;
        if (event.ph === 'b') begun.set(id, event);
        const start = event.ph === 'e' ? begun.get(id) : undefined;
        if (!start) continue;
        begun.delete(id);
        const what = start.args?.event_latency;
        const presented = what?.surface_frame_trace_id !== undefined;
        if (what?.event_type === 'KEY_PRESSED' && presented) found.push((event.ts - start.ts) / 1000);
    }
    return found;
}

/** Traces while `typing` goes on. */
export async function traced(browser: CDPSession, typing: () => Promise<void>): Promise<Traced> {
    const events: TraceEvent[] = [];
    const take = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
    browser.on('Tracing.dataCollected', take);
    const includedCategories = ['cc', 'benchmark', 'input', 'devtools.timeline'];
    await browser.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
    await typing();
    const complete = new Promise((done) => browser.once('Tracing.tracingComplete', done));
    await browser.send('Tracing.end');
    await complete;
    browser.off('Tracing.dataCollected', take);
    const frames = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X');
    return { latencies: latenciesOf(events), frames: frames.reduce((sum, { dur }) => sum + (dur ?? 0) / 1000, 0) };
}

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.min(Math.ceil(share * sorted.length), sorted.length) - 1] ?? Number.NaN;
}
