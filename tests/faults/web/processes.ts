// The processes of a browser that a test has started: found by who started whom.
// Never names a process that does not descend from that browser.
import { readdir, readFile } from 'node:fs/promises';

interface Process {
    readonly id: number;
    readonly parent: number;
    readonly command: string;
}

async function processOf(id: number): Promise<Process | undefined> {
    try {
        const stat = await readFile(`/proc/${id}/stat`, 'utf8');
        // "pid (name) state parent": the name may have spaces and brackets in it.
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { id, parent: Number(parent), command: await readFile(`/proc/${id}/cmdline`, 'utf8') };
    } catch {
        return undefined; // it has ended since it was listed
    }
}

async function allProcesses(): Promise<Process[]> {
    const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const found = await Promise.all(names.map((name) => processOf(Number(name))));
    return found.flatMap((one) => (one ? [one] : []));
}

// A process that Chromium has forked writes its arguments anew, with spaces between them.
const isRenderer = /(^|[\0 ])--type=renderer([\0 ]|$)/;

/** The renderers among the browser's descendants. */
export async function renderersOf(browser: number): Promise<number[]> {
    const all = await allProcesses();
    const family = new Set([browser]);
    for (let before = 0; before < family.size; ) {
        before = family.size;
        for (const { id, parent } of all) if (family.has(parent)) family.add(id);
    }
    return all.filter(({ id, command }) => family.has(id) && isRenderer.test(command)).map(({ id }) => id);
}
