// The office as it is: a folder of its own, a key, and its own command, which the native build has made.
// Never answers in the command's place.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** ./dev test builds it before it tests the page, and says where it is. */
const command = process.env['DAYBOOK_COMMAND'] ?? resolve('..', 'build', 'debug', 'daybook');

export interface Office {
    readonly folder: string;
    /** What inspectors enter as the office's key. */
    readonly recipient: string;
    /** Answers a request; gives the path of the unlock file. */
    recover(request: string): Promise<string>;
    close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
    if (!existsSync(command)) {
        throw new Error(`The office's command is not at ${command}: build it (./dev test does), or name it in DAYBOOK_COMMAND.`);
    }
    const folder = await mkdtemp(join(tmpdir(), 'daybook-office-'));
    const key = join(folder, 'office.key');
    const made = await run(command, ['keygen', '-o', key]);
    const recipient = /age1[0-9a-z]{58}/.exec(made.stderr)?.[0];
    if (!recipient) throw new Error(`keygen named no public key: ${made.stderr}`);
    let answers = 0;
    return {
        folder,
        recipient,
        async recover(request) {
            const answer = join(folder, `unlock-${++answers}.age`);
            await run(command, ['recover', '-i', key, '-o', answer, request]);
            return answer;
        },
        close: () => rm(folder, { recursive: true }),
    };
}
