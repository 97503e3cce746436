// WebKitGTK's own small browser, driven by its own WebDriver: HTTP with a page of JSON each way.
// Never in its sandbox, which needs more than a container gives; and never without its DMABUF renderer, slow as the
// machine may be: where WEBKIT_DISABLE_DMABUF_RENDERER is set, a canvas is shown one picture late.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { closed, listen, portOf } from '../web/site';
import { type Engine, scriptOf, windowSize } from './engine';

const surroundings = {
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
};

interface Driver {
    readonly address: string;
    end(): Promise<void>;
}

async function freePort(): Promise<number> {
    const server = await listen(() => {});
    const port = portOf(server);
    await closed(server);
    return port;
}

/** `home` is the browser's: there it finds where to put what it downloads. */
async function startDriver(home: string, downloads: string): Promise<Driver> {
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const port = await freePort();
    const env = { ...process.env, ...surroundings, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const gone = new Promise<void>((resolve) => driver.once('exit', () => resolve()));
    return {
        address: `http://127.0.0.1:${port}`,
        async end() {
            driver.kill();
            await gone;
        },
    };
}

/** A command of WebDriver (www.w3.org/TR/webdriver2), in a session. Answers with its value. */
type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, parameters?: object) => Promise<unknown>;

function commandsTo(address: string): Command {
    return async (method, path, parameters) => {
        const answer = await fetch(address + path, { method, ...(parameters && { body: JSON.stringify(parameters) }) });
        const { value } = (await answer.json()) as { value: { message?: string } };
        if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
        return value;
    };
}

async function openWindow(driver: Driver): Promise<Command> {
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } } };
    const toDriver = commandsTo(driver.address);
    await expect(() => toDriver('GET', '/status')).toPass({ timeout: 60_000 }); // it does not say when it listens
    const session = await toDriver('POST', '/session', { capabilities });
    const command = commandsTo(`${driver.address}/session/${(session as { sessionId: string }).sessionId}`);
    await command('POST', '/window/rect', windowSize);
    return command;
}

/** Runs in the page: keeps what its console is told as an error. The driver hears nothing of that. */
function hearErrors(): void {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const tell = console.error;
    console.error = (...what: unknown[]) => {
        heard.push(what.map(String).join(' '));
        tell(...what);
    };
    addEventListener('error', (event) => heard.push(event.message));
    addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
}

const heardErrors = (): string[] => (globalThis as unknown as { heard: string[] }).heard;

const enter = '\ue007'; // as WebDriver names the key

export async function openWebKitGtk(home: string, downloads: string): Promise<Engine> {
    const driver = await startDriver(home, downloads);
    const command = await openWindow(driver).catch(async (reason: unknown) => {
        await driver.end();
        throw reason;
    });
    const act = (source: object): Promise<unknown> => command('POST', '/actions', { actions: [source] });
    const errors: string[] = []; // of the pages that were left
    const evaluate: Engine['evaluate'] = async (call, ...given) => {
        // What a promise fails with would be lost on the way: it is told apart here.
        const script = `const done = arguments[0];
            (async () => ${scriptOf(call, given)})().then((value) => done({ value }), (why) => done({ why: String(why) }));`;
        const found = await command('POST', '/execute/async', { script, args: [] });
        const { value, why } = found as { value?: never; why?: string };
        if (why !== undefined) throw new Error(why);
        return value as never;
    };
    return {
        async open(url) {
            await command('POST', '/url', { url });
            await evaluate(hearErrors);
        },
        async reload() {
            errors.push(...(await evaluate(heardErrors)));
            await command('POST', '/refresh', {});
            await evaluate(hearErrors);
        },
        evaluate,
        click: async (x, y) =>
            void (await act({
                type: 'pointer',
                id: 'mouse',
                actions: [
                    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
                    { type: 'pointerDown', button: 0 },
                    { type: 'pointerUp', button: 0 },
                ],
            })),
        wheel: async (x, y, by) =>
            void (await act({
                type: 'wheel',
                id: 'wheel',
                actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: Math.round(by), duration: 0 }],
            })),
        type: async (text) =>
            void (await act({
                type: 'key',
                id: 'keyboard',
                actions: Array.from(text.replaceAll('\n', enter)).flatMap((value) => [
                    { type: 'keyDown', value },
                    { type: 'keyUp', value },
                ]),
            })),
        picture: async () => Buffer.from((await command('GET', '/screenshot')) as string, 'base64'),
        errors: async () => [...errors, ...(await evaluate(heardErrors))],
        async close() {
            await command('DELETE', '');
            await driver.end();
        },
    };
}
