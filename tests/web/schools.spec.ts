// A list of schools in the browser: chosen or dropped, looked at, imported and kept, and the groups that follow from it.
// Never the reading of lists itself, which is core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap } from './hands';

const list = [
    'URN,EstablishmentName,TypeOfEstablishment (name),OfstedRating (name),EstablishmentStatus (name)',
    '100001,Ashby Lane Primary School,Community school,Good,Open',
    '100002,"St Brigid’s, Wexmoor",Academy converter,Outstanding,Open',
    '12,Beech School,Community school,Good,Open',
    '',
].join('\r\n');

async function toSchools(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Schools/));
    await expect(heading(page, 'Schools')).toBeVisible();
}

async function choose(page: Page, content: Buffer, name = 'schools.csv'): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(button(page, 'Import a list'))]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
}

async function drop(page: Page, content: string, name: string): Promise<void> {
    await page.evaluate(
        ([text, title]) => {
            const data = new DataTransfer();
            data.items.add(new File([text ?? ''], title ?? ''));
            window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        [content, name],
    );
}

test('F26: a list is chosen, looked at, imported, and there again after a reload, with its groups', async ({ started: page }) => {
    await createInspection(page);
    await toSchools(page);
    await choose(page, Buffer.from(list));
    await expect(page.getByText('2 schools: 2 new, 0 changed, 0 as before.')).toBeAttached();
    await expect(page.getByText('Line 4: “12” is not a URN, which is a number of 5 or 6 digits.')).toBeAttached();
    await tap(button(page, 'Import'));
    await expect(button(page, 'Good or outstanding: 2')).toBeAttached();
    await expect(button(page, 'Academies: 1')).toBeAttached();
    await saved(page);
    await comeBack(page);
    await toSchools(page);
    await expect(button(page, /^St Brigid’s, Wexmoor/)).toBeAttached();
    await choose(page, Buffer.from(list));
    await expect(page.getByText('2 schools: 0 new, 0 changed, 2 as before.')).toBeAttached();
    await expect(button(page, 'Import')).toBeDisabled();
});

test('a list in Windows-1252 has its accents, and a file that is no list is refused in words', async ({ started: page }) => {
    await createInspection(page);
    await toSchools(page);
    await choose(page, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'picture.csv');
    await expect(page.getByText(/The file is no text, so it is no CSV file/)).toBeAttached();
    await choose(page, Buffer.from('URN,EstablishmentName\n100003,C\u00f4te Hill\n', 'latin1'));
    await tap(button(page, 'Import'));
    await expect(button(page, /^Côte Hill/)).toBeAttached();
});

test('a list that is dropped is read where schools are, and elsewhere it is said where to', async ({ started: page }) => {
    await createInspection(page);
    await drop(page, list, 'Schools.CSV');
    await expect(page.getByText(/Open Schools, which is under More/)).toBeAttached();
    await toSchools(page);
    await drop(page, list, 'Schools.CSV');
    await expect(page.getByText('2 schools: 2 new, 0 changed, 0 as before.')).toBeAttached();
});
