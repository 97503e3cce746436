// A meeting from its start to its end, and what becomes of an entry.
// Never leaves the page: what survives a reload is another file's.
import { expect, type Page } from '@playwright/test';
import { button, createInspection, go, heading, openSample, startMeeting, test, words, write } from './daybook';
import { press, putCaret, saved, tap } from './hands';

const said = 'Café chairs 🪑 cost €40 — naïve?\nSecond line, “quoted”.';

const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true, pressed: true });

/** Back to where the words are listed, whatever the layout. */
async function openFromNotebook(page: Page, part: RegExp): Promise<void> {
    await go(page, 'Notebook');
    await tap(page.getByRole('button', { name: part }));
    await expect(words(page)).toBeVisible();
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('a meeting is started with who is there, and what is typed is kept letter for letter', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page, ['Chief Executive of the authority', 'Chair of governors, or another speaker for those who govern the school']);
    for (const person of ['Chief Executive', 'Chair of governors']) {
        await expect(page.getByText(new RegExp(`with .*${person}`))).toBeVisible();
    }
    await write(page, said);
    await expect(words(page)).toHaveValue(said);
    await openFromNotebook(page, /Café chairs 🪑 cost €40/);
    await expect(words(page)).toHaveValue(said);
});

test('strength, weakness, aspect and confidence are each one tap, and are shown in the list', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Governors know their schools.');
    await tap(page.getByRole('radio', { name: 'Weakness' }));
    await expect(page.getByRole('radio', { name: 'Weakness', checked: true })).toBeVisible();
    await tap(page.getByRole('radio', { name: 'Strength' }));
    await expect(page.getByRole('radio', { name: 'Strength', checked: true })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Weakness', checked: false })).toBeVisible();
    await tap(button(page, 'In confidence'));
    await expect(pressed(page, 'In confidence')).toBeVisible();
    await press(button(page, 'Governance'));
    await expect(pressed(page, 'Governance')).toBeVisible();
    await saved(page);
    await go(page, 'Notebook');
    await expect(
        page.getByRole('button', { name: /strength, in confidence, Governance\. Governors know their schools\./ }),
    ).toBeVisible();
});

test('a mark is taken back by tapping it again', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Marked by mistake.');
    for (const mark of ['In confidence', 'Governance']) {
        await tap(button(page, mark));
        await expect(pressed(page, mark)).toBeVisible();
        await tap(button(page, mark));
        await expect(pressed(page, mark)).toHaveCount(0);
    }
    const shows = page.getByRole('radiogroup', { name: 'What it shows' }).getByRole('radio', { checked: true });
    await tap(page.getByRole('radio', { name: 'Neutral' }));
    await expect(shows).toHaveCount(1);
    await tap(page.getByRole('radio', { name: 'Neutral' }));
    await expect(shows).toHaveCount(0);
});

test('a mark that is tapped while typing loses no letter, and the typing goes on', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('before ');
    await tap(button(page, 'In confidence'));
    await expect(words(page)).toBeFocused();
    await page.keyboard.type('after');
    await saved(page);
    await expect(words(page)).toHaveValue('before after');
    await openFromNotebook(page, /before after/);
    await expect(words(page)).toHaveValue('before after');
});

test('a meeting that is stopped shows the time that was spent, and no longer runs', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'Short.');
    await expect(page.getByText(/under a minute since \d\d:\d\d/)).toBeVisible();
    await tap(button(page, 'Stop the meeting'));
    await expect(button(page, 'Stop the meeting')).toHaveCount(0);
    await expect(page.getByText(/\d\d:\d\d to \d\d:\d\d.*under a minute/)).toBeVisible();
    await saved(page);
    await go(page, 'Today');
    await expect(page.getByText('No meeting is running.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Meeting.*\d\d:\d\d to \d\d:\d\d.*under a minute.*1 entry/ })).toBeVisible();
});

test('a second entry in the same meeting leaves the first as it was', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await write(page, 'The first entry.');
    await tap(button(page, 'New entry'));
    await expect(words(page)).toHaveValue('');
    await write(page, 'The second entry.');
    await tap(page.getByRole('list', { name: 'In this meeting' }).getByRole('button', { name: /The first entry/ }));
    await expect(words(page)).toHaveValue('The first entry.');
    await go(page, 'Notebook');
    await expect(page.getByText('1 activity, 2 entries')).toBeVisible();
});

test('an entry is opened and edited in its middle, and the new words are what the list shows', async ({ started: page }) => {
    await openSample(page);
    await openFromNotebook(page, /Officers opened with three priorities/);
    await putCaret(words(page));
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 'Officers'.length; ++step) await page.keyboard.press('Delete');
    await page.keyboard.type('Élus 🏛');
    await saved(page);
    await expect(words(page)).toHaveValue(/^Élus 🏛 opened with three priorities/);
    await expect(page.getByRole('button', { name: /Élus 🏛 opened with three priorities/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /Officers opened/ })).toHaveCount(0);
});

test('what is typed in one entry while another was just left stays where it was typed', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('left unsaved');
    await tap(button(page, 'New entry'));
    await expect(words(page)).toHaveValue('');
    await page.keyboard.type('typed at once');
    await go(page, 'Notebook');
    await saved(page);
    await expect(page.getByRole('button', { name: /left unsaved$/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /typed at once$/ })).toBeVisible();
});

test('a retired entry is kept, is shown as retired, and can be brought back', async ({ started: page }) => {
    await openSample(page);
    await openFromNotebook(page, /Officers opened with three priorities/);
    await tap(button(page, 'Retire this entry'));
    await expect(page.getByText('This entry is retired. It is kept, and shown as retired.')).toBeVisible();
    await expect(page.getByRole('button', { name: /Retired.*Officers opened/ })).toBeVisible();
    await expect(page.getByText('3 activities, 9 entries')).toBeVisible();
    await tap(button(page, 'Bring back'));
    await expect(button(page, 'Retire this entry')).toBeVisible();
    await expect(page.getByRole('button', { name: /Retired.*Officers opened/ })).toHaveCount(0);
});

test('words are kept that were typed in the moment before a screen is left, however slowly it is drawn', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await page.evaluate(() => {
        const soon = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (draw) => soon(() => setTimeout(() => draw(performance.now()), 1_000));
    });
    await page.keyboard.type('Left by Escape. ');
    await page.keyboard.press('Escape');
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue('Left by Escape. ');
    await putCaret(words(page));
    await page.keyboard.type('Left by a place.');
    const place = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Today', exact: true });
    await place.dispatchEvent('click'); // as a screen reader presses it: the caret stays where it is
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue('Left by Escape. Left by a place.');
});

test('Escape goes back from an entry, and the words are there', async ({ started: page }) => {
    await createInspection(page);
    await startMeeting(page);
    await page.keyboard.type('Left by the keyboard');
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Today')).toBeVisible();
    await saved(page);
    await press(button(page, 'Go on writing'));
    await expect(words(page)).toHaveValue('Left by the keyboard');
});
