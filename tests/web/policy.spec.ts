// What the page cannot do even if its code were turned against it: speak to another origin, run text as code.
// Never asks the product whether it was refused: the other origin counts what reaches it.
import { expect, type Page, type Worker } from '@playwright/test';
import { test } from './daybook';
import { closed, listen, portOf, serveSite } from './site';

type Scope = Page | Worker;

async function workerOf(page: Page): Promise<Worker> {
    await expect.poll(() => page.workers().length).toBe(1);
    const [worker] = page.workers();
    if (!worker) throw new Error('there is no worker');
    return worker;
}

/** Tries to reach the address in the ways that a script has. Gives what each way ended in. */
async function tryToReach(scope: Scope, address: string): Promise<string[]> {
    const attempt = async (to: string): Promise<string[]> => {
        const outcome = (way: string, done: Promise<unknown>): Promise<string> =>
            done.then(
                () => `${way}: reached`,
                () => `${way}: refused`,
            );
        const socket = new Promise((resolve, reject) => {
            const opened = new WebSocket(to.replace('http', 'ws'));
            opened.onopen = resolve;
            opened.onerror = reject;
        });
        const ways = [
            outcome('fetch', fetch(to)),
            outcome('fetch without cors', fetch(to, { mode: 'no-cors' })),
            outcome('socket', socket),
            outcome('import', import(/* @vite-ignore */ `${to}module.js`)),
        ];
        if (typeof document !== 'undefined') {
            navigator.sendBeacon(to, 'words');
            const loaded = (element: HTMLImageElement | HTMLScriptElement): Promise<unknown> =>
                new Promise((resolve, reject) => {
                    element.onload = resolve;
                    element.onerror = reject;
                    element.src = `${to}${element.tagName}`;
                    document.head.append(element);
                });
            ways.push(outcome('image', loaded(new Image())));
            ways.push(outcome('script', loaded(document.createElement('script'))));
        }
        return Promise.all(ways);
    };
    return (scope as Page).evaluate(attempt, address);
}

/** Runs text as code, later and by itself, so that the test's own rights do not count. */
async function tryToEvaluate(scope: Scope): Promise<string> {
    const attempt = (): Promise<string> =>
        new Promise((resolve) => {
            setTimeout(() => {
                try {
                    resolve(`ran: ${String(new Function('return 6 * 7')())}`);
                } catch (reason) {
                    resolve(reason instanceof EvalError ? 'refused' : String(reason));
                }
            }, 0);
        });
    return (scope as Page).evaluate(attempt);
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('neither page nor worker reaches another origin in any way', async ({ started: page }) => {
    const reached: string[] = [];
    const elsewhere = await listen((request, response) => {
        reached.push(request.url ?? '');
        response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }).end();
    });
    const address = `http://localhost:${portOf(elsewhere)}/`;
    await fetch(`${address}counted`);
    expect(reached).toEqual(['/counted']);
    for (const scope of [page, await workerOf(page)]) {
        const outcomes = await tryToReach(scope, address);
        expect(outcomes.length).toBeGreaterThanOrEqual(4);
        expect(outcomes.filter((outcome) => !outcome.endsWith(': refused'))).toEqual([]);
    }
    expect(reached).toEqual(['/counted']);
    await closed(elsewhere);
});

test('neither page nor worker runs text as code', async ({ started: page }) => {
    expect(await tryToEvaluate(page)).toBe('refused');
    expect(await tryToEvaluate(await workerOf(page))).toBe('refused');
});

test('the page has no inline script, and runs none that is put in', async ({ started: page }) => {
    const html = await (await page.request.get('./')).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/\son[a-z]+=|javascript:|<style|\sstyle=/);
    const ran = await page.evaluate(
        () =>
            new Promise<boolean>((resolve) => {
                document.addEventListener('securitypolicyviolation', () => resolve(false));
                const script = document.createElement('script');
                script.textContent = 'globalThis.ranInline = true';
                document.body.append(script);
                if ('ranInline' in globalThis) resolve(true);
            }),
    );
    expect(ran).toBe(false);
});

test('the policy is on the worker’s script and on all else that the service worker serves', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    await page.goto(site.address);
    await expect(page.getByLabel('Your name')).toBeVisible();
    await site.stop(); // from now on only the service worker can answer
    const policies = new Map<string, string | undefined>();
    page.on('response', (response) => {
        if (!response.url().startsWith('http')) return;
        expect(response.fromServiceWorker(), response.url()).toBe(true);
        policies.set(new URL(response.url()).pathname, response.headers()['content-security-policy']);
    });
    await page.reload();
    await expect(page.getByLabel('Your name')).toBeVisible();
    await page.getByRole('button', { name: 'Use these words' }).click();
    const paths = [...policies.keys()];
    expect(paths).toContain('/');
    expect(paths.filter((path) => /engine\.worker-.*\.js$/.test(path))).toHaveLength(1);
    for (const [path, policy] of policies) {
        expect(policy, path).toContain("default-src 'none'");
        expect(policy, path).toContain("connect-src 'self'");
        expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    }
});

test('from the first start to a meeting no request goes to another origin', async ({ daybook }) => {
    const site = await serveSite();
    const page = await daybook.open();
    const strangers: string[] = [];
    page.context().on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(site.address) && !url.startsWith('blob:')) strangers.push(url);
    });
    await page.goto(site.address);
    await expect(page.getByLabel('Your name')).toBeVisible();
    await page.getByLabel('Your name').fill('Ada Inspector');
    await page.getByLabel('Your passcode').fill('garden window bright seven');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    expect(strangers).toEqual([]);
    await site.stop();
});
