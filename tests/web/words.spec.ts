// The words of the page in another language: none is hard-wired, none is cut off, and a bad table costs nothing.
// Never looks at the app's own screens, but for one: tests/app goes through all of them.
import { expect, type Page, test as plain } from '@playwright/test';
import { tableFor } from '../../web/src/language-choice';
import { author, passcode, test } from './daybook';
import { accented, foreignPart, pseudo, pseudoTable } from './pseudo';
import { sizes } from './screens';
import { serveSite, type Site } from './site';
import { answer, holdWire, setHidden } from './wire';

const wrongPasscode = 'That passcode does not open this notebook.';
/** Whose words may stand on the page besides the table's. */
const others = ['Daybook', author, passcode, 'daybook-request.cbor', 'Two rows were put back.'];

interface Shown {
    readonly text: string;
    /** Why it cannot be seen whole; empty if it can. */
    readonly cut: string;
}

/** Every text of the page that is no part of the app, and what of it cannot be seen. */
function shownIn(): Shown[] {
    const found: Shown[] = [{ text: document.title, cut: '' }];
    const root = document.getElementById('boot')?.shadowRoot;
    if (!root) throw new Error('the boot screens are not there');
    const attributes = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'];
    for (const element of root.querySelectorAll('*')) {
        for (const name of attributes) found.push({ text: element.getAttribute(name) ?? '', cut: '' });
        // An offered passcode is words of the list of passcodes, and not of the table.
        if (element.id === 'offered-words' || element.localName === 'style') continue;
        for (const node of element.childNodes) {
            if (!(node instanceof Text) || node.data.trim() === '') continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const boxes = Array.from(range.getClientRects());
            const own = element.getBoundingClientRect();
            const wide = boxes.find((box) => box.left < -0.5 || box.right > innerWidth + 0.5);
            const over = boxes.find((box) => box.right > own.right + 1 || box.bottom > own.bottom + 6);
            found.push({ text: node.data, cut: wide ? 'beyond the window' : over ? 'beyond its element' : '' });
        }
    }
    const main = document.getElementById('boot');
    if (main && main.scrollWidth > main.clientWidth) found.push({ text: '', cut: 'the page can be scrolled sideways' });
    return found;
}

async function check(page: Page, where: string): Promise<void> {
    for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        const shown = await page.evaluate(shownIn);
        expect.soft(shown.length, `${where}, ${size}`).toBeGreaterThan(2);
        const foreign = shown.map(({ text }) => foreignPart(text, others)).filter((text) => text !== '');
        expect.soft(foreign, `${where}, ${size}: hard-wired`).toEqual([]);
        const cut = shown.filter(({ cut }) => cut !== '').map(({ text, cut }) => `${text}: ${cut}`);
        expect.soft(cut, `${where}, ${size}: cut off`).toEqual([]);
    }
}

const heading = (page: Page, english: string) => page.getByRole('heading', { level: 1, name: pseudo(english), exact: true });
const button = (page: Page, english: string) => page.getByRole('button', { name: pseudo(english), exact: true });
const field = (page: Page, english: string) => page.getByLabel(pseudo(english), { exact: true });

/** A site where ?words=table.json is the pseudo-locale, and others are what a test says. */
async function withTables(use: (site: Site) => Promise<void>, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const tables = new Map<string, Buffer>(Object.entries(more).map(([name, text]) => [`/${name}`, Buffer.from(text)]));
    tables.set('/table.json', pseudoTable([wrongPasscode]));
    const site = await serveSite({ answer: ({ pathname }) => tables.get(pathname) });
    try {
        await use(site);
    } finally {
        await site.stop();
    }
}

async function begin(page: Page): Promise<void> {
    await field(page, 'Your name').fill(author);
    await field(page, 'Your passcode').fill(passcode);
    await button(page, 'Start').click();
    await expect(page.locator('#boot')).toBeHidden();
}

test('in the pseudo-locale every word of the first start, of unlocking and of a second tab is the table’s', async ({ daybook }) => {
    test.setTimeout(120_000);
    await withTables(async (site) => {
        const page = await daybook.open();
        await page.goto(`${site.address}?words=table.json`);
        await expect(field(page, 'Your name')).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
        await check(page, 'first start');
        await button(page, 'Start').click();
        await check(page, 'first start with complaints');
        await field(page, 'Your passcode').fill('short');
        await button(page, 'Start').click();
        await check(page, 'a short passcode');
        await begin(page);
        // The app has the same table.
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(pseudo('Welcome, {name}').replace('{name}', author));
        await expect(button(page, 'Create an inspection')).toBeAttached();
        await page.reload();
        await expect(button(page, 'Unlock')).toBeVisible();
        await check(page, 'unlock');
        await button(page, 'Unlock').click();
        await check(page, 'no passcode');
        await page.getByRole('textbox', { name: pseudo('Passcode') }).fill('not the passcode');
        await button(page, 'Unlock').click();
        await expect(page.getByText(pseudo(wrongPasscode))).toBeVisible();
        await check(page, 'a wrong passcode');
        const second = await page.context().newPage();
        await holdWire(second, ['take']);
        await second.goto(`${site.address}?words=table.json`);
        await expect(heading(second, 'Daybook is open in another tab')).toBeVisible();
        await check(second, 'elsewhere');
        await button(second, 'Use it here').click();
        await check(second, 'taking over');
        for (const why of ['elsewhere.no_answer', 'elsewhere.third', 'elsewhere.unsaved'] as const) {
            await answer(second, { type: 'kept-elsewhere', why });
            await check(second, why);
        }
        await answer(second, { type: 'elsewhere' });
        await check(second, 'elsewhere still');
    });
});

test('in the pseudo-locale every word of a forgotten passcode and of the office’s answer is the table’s', async ({ daybook }) => {
    test.setTimeout(180_000);
    await withTables(async (site) => {
        const page = await daybook.open();
        await holdWire(page, ['begin-recovery', 'finish-recovery']);
        await page.addInitScript(() => {
            navigator.credentials.get = () => Promise.reject(new DOMException('not now', 'NotAllowedError'));
        });
        await page.goto(`${site.address}?words=table.json`);
        await begin(page);
        await page.reload();
        await button(page, 'Forgotten passcode?').click();
        await expect(heading(page, 'Forgotten passcode')).toBeVisible();
        await button(page, 'Make the request').click();
        await check(page, 'request with complaints');
        await answer(page, { type: 'recovery-request', name: 'daybook-request.cbor', file: [1] });
        await button(page, 'Save or share the file').click();
        await check(page, 'the request is ready');
        await button(page, 'Back to the lock screen').click();
        const quick = { credential: [1], salt: [2] };
        await answer(page, { type: 'state', state: 'locked', words: 'Two rows were put back.', quick, awaitsRecovery: true });
        await button(page, 'Unlock with this device').click();
        await expect(page.getByText(accented('did not unlock'))).toBeVisible();
        await check(page, 'unlock in three ways, of which one did not');
        await button(page, 'Open the unlock file').click();
        await field(page, 'Unlock file').setInputFiles({ name: 'a', mimeType: '', buffer: Buffer.alloc(0) });
        await button(page, 'Open the notebook').click();
        await check(page, 'answer with complaints');
    });
});

test('in the pseudo-locale every word of a notebook that goes to another tab is the table’s', async ({ daybook }) => {
    test.setTimeout(180_000);
    await withTables(async (site) => {
        const page = await daybook.open();
        await holdWire(page, ['let-go']);
        await page.goto(`${site.address}?words=table.json`);
        await begin(page);
        await answer(page, { type: 'cleared' });
        await check(page, 'cleared');
        await button(page, 'Go on').click();
        await answer(page, { type: 'wanted-elsewhere' });
        await check(page, 'handing over');
        await answer(page, { type: 'let-go' });
        await expect(heading(page, 'Daybook is now open in another tab')).toBeVisible();
        await check(page, 'given away');
    });
});

test('in the pseudo-locale a lock that waits, a storage that refuses and a worker that stops speak as the table does', async ({
    daybook,
}) => {
    await withTables(async (site) => {
        const page = await daybook.open();
        await holdWire(page, ['lock']);
        await page.goto(`${site.address}?words=table.json`);
        await begin(page);
        await answer(page, { type: 'storing', failing: true });
        await setHidden(page, true);
        await answer(page, { type: 'state', state: 'locked', words: '', quick: undefined, awaitsRecovery: false });
        await expect(heading(page, 'Daybook is locked')).toBeVisible();
        await check(page, 'locked and not stored');
        for (const why of ['problem.stopped_about', 'problem.not_started'] as const) {
            await page.reload();
            await expect(button(page, 'Unlock')).toBeVisible();
            await answer(page, { type: 'broken', why });
            await check(page, why);
        }
        await answer(page, { type: 'storage-refused' });
        await check(page, 'storage refused');
    });
});

test('a table that is none is said to be none, and English is spoken', async ({ daybook }) => {
    const tables = { 'broken.json': '{"page": {"unlock.unlock": "Datgloi",}}', 'list.json': '[1, 2]' };
    await withTables(async (site) => {
        for (const name of [...Object.keys(tables), 'nowhere.json', 'https://elsewhere.example/table.json']) {
            const page = await daybook.open();
            const said: string[] = [];
            page.on('console', (message) => said.push(message.text()));
            await page.goto(`${site.address}?words=${encodeURIComponent(name)}`);
            const start = page.getByRole('button', { name: 'Start' });
            const unlock = page.getByRole('button', { name: 'Unlock', exact: true });
            await expect(start.or(unlock)).toBeVisible();
            if (name.startsWith('https')) continue; // another site's is not even asked for
            expect(said.join('\n'), name).toMatch(/JSON|unlock\.unlock is missing|answered 404/);
            if (await start.isVisible()) {
                await page.getByLabel('Your name').fill(author);
                await page.getByLabel('Your passcode').fill(passcode);
                await start.click();
                // What the app is given it says itself.
                await expect(page.getByRole('alert')).toContainText('Daybook speaks English. line 1, column 38');
            }
        }
    }, tables);
});

test('what a table lacks or says wrongly is said in English and told by name; the rest is said in its language', async ({ daybook }) => {
    const table = JSON.stringify({
        language: 'cy',
        page: {
            'unlock.unlock': 'Datgloi',
            'keys.start': 'Dechrau',
            'keys.passcode_hint': 'O leiaf {lleiaf} nod.',
            'keys.others': ' ',
            'keys.name': 5,
            'keys.nmae': 'Enw',
            'passcode.show': 'Dangos }',
        },
    });
    await withTables(
        async (site) => {
            const page = await daybook.open();
            const said: string[] = [];
            page.on('console', (message) => said.push(message.text()));
            await page.goto(`${site.address}?words=cy.json`);
            await expect(page.getByRole('button', { name: 'Dechrau' })).toBeVisible();
            await expect(page.getByText('At least 12 characters.')).toBeVisible();
            await expect(page.getByRole('button', { name: 'Others' })).toBeVisible();
            await expect(page.getByLabel('Your name')).toBeVisible();
            await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
            for (const one of [
                'keys.passcode_hint puts in lleiaf where least is put in',
                'keys.others is empty',
                'keys.name is no text',
                'keys.nmae is not known',
                'passcode.show has a brace that stands alone',
                'keys.introduction is missing',
            ]) {
                expect(said.join('\n')).toContain(`/cy.json: ${one}`);
            }
        },
        { 'cy.json': table },
    );
});

plain('the first language that is wanted and offered is taken, and English ends the search', () => {
    const offered = ['cy', 'gd-GB', 'pl'];
    expect(tableFor(['cy-GB'], offered)).toBe('cy');
    expect(tableFor(['gd'], offered)).toBe('gd-GB');
    expect(tableFor(['de-DE', 'PL'], offered)).toBe('pl');
    expect(tableFor(['en-US', 'pl'], offered)).toBeUndefined();
    expect(tableFor(['cyc'], offered)).toBeUndefined();
    expect(tableFor([], offered)).toBeUndefined();
});

plain('the pseudo-locale shows what is hard-wired', () => {
    expect(pseudo('Saved {time}')).toBe('«Šávéđ {time} éí»');
    expect(accented('Vmq')).toBe('Vmq');
    expect(foreignPart('«Šávéđ 10:42 éí»', [])).toBe('');
    expect(foreignPart('«Šávéđ» by Ada', ['Ada'])).toBe('«Šávéđ» by');
    expect(foreignPart('Daybook', others)).toBe('');
});
