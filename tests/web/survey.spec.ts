// The telephone survey in the browser: the next school, its groups' questions, what came of the call, and the counts.
// Never the order of the calls itself, which is core's.
import { expect, type Page } from '@playwright/test';
import { button, comeBack, createInspection, go, heading, test } from './daybook';
import { saved, tap, type } from './hands';

async function addSchool(page: Page, name: string, kind: string, judgement: string): Promise<void> {
    await tap(button(page, 'Add a school'));
    await type(page.getByRole('textbox', { name: 'Name', exact: true }), name);
    await type(page.getByRole('textbox', { name: 'Type of school' }), kind);
    await type(page.getByRole('textbox', { name: 'Last judgement' }), judgement);
    await tap(button(page, 'Add this school'));
}

async function toSurvey(page: Page): Promise<void> {
    await go(page, 'More');
    await tap(button(page, /^Telephone survey/));
    await expect(heading(page, 'Telephone survey')).toBeVisible();
}

const answer = (page: Page, question: RegExp, name: string) =>
    page.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true });

test('H21, F26: a good academy is called with both its groups’ questions, and what it said is counted', async ({ started: page }) => {
    await createInspection(page);
    await go(page, 'More');
    await tap(button(page, /^Schools/));
    await addSchool(page, 'Ashby', 'Community school', 'Good');
    await addSchool(page, 'Brigid', 'Academy converter', 'Good');
    await toSurvey(page);
    await tap(button(page, 'Call next: Ashby'));
    await tap(page.getByRole('radio', { name: 'No answer' }));
    await tap(button(page, 'Next: Brigid'));
    await expect(heading(page, 'Brigid')).toBeVisible();
    await tap(button(page, 'Start the call'));
    await expect(button(page, /^End the call/)).toBeAttached();
    await tap(page.getByRole('radio', { name: 'Reached' }));
    await tap(answer(page, /^How much does the school help/, 'Some'));
    await tap(answer(page, /^How good are the academy/, 'Mixed'));
    await type(page.getByRole('textbox', { name: 'In words: What the dealings are' }), 'One letter a year.');
    await saved(page);
    await comeBack(page);
    await toSurvey(page);
    await expect(page.getByText('1 of 2 schools reached')).toBeAttached();
    await tap(button(page, 'Answers so far'));
    await expect(page.getByRole('list', { name: /^How much does the school help/ })).toContainText('Some: 1');
    await expect(page.getByRole('list', { name: /^How good are the academy/ })).toContainText('Mixed: 1');
});

test('a school that is to be called back comes first once it is time', async ({ started: page }) => {
    await createInspection(page);
    await go(page, 'More');
    await tap(button(page, /^Schools/));
    await addSchool(page, 'Ashby', 'Community school', 'Good');
    await toSurvey(page);
    await tap(button(page, 'Call next: Ashby'));
    await tap(page.getByRole('radio', { name: 'Call back' }));
    await expect(page.getByText(/^Call back (at|on) /)).toBeAttached();
    await tap(button(page, 'In 15 min'));
    await saved(page);
    await tap(button(page, 'Back'));
    await expect(button(page, /^Ashby.*Call back/)).toBeAttached();
});
