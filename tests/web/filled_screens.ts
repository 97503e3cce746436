// The screens that only a whole inspection fills, and the way there.
// Never a screen of the small sample: those are in screens.ts.
import { expect, type Page } from '@playwright/test';
import { button, go, heading } from './daybook';
import { tap } from './hands';
import type { Screen } from './screens';

async function fromMore(page: Page, row: RegExp, title: string): Promise<void> {
    await go(page, 'More');
    await tap(button(page, row));
    await expect(heading(page, title)).toBeVisible();
}

/** Of a list the first row, whose screen has a heading of this level 1. */
async function firstOf(page: Page, list: string | RegExp, title: string | RegExp): Promise<void> {
    await tap(page.getByRole('list', { name: list }).getByRole('button').first());
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

const school = /^(?!Schools$).*(School|Academy|College)/;

/** Each can be reached from the one before. */
export const filledScreens: readonly Screen[] = [
    { name: 'health, filled', show: (page) => fromMore(page, /^Health/, 'Health') },
    { name: 'follow-ups, filled', show: (page) => fromMore(page, /^Follow-ups/, 'Follow-ups') },
    { name: 'follow-up', show: (page) => firstOf(page, /^(Open|Answered)/, /^Follow-up$/) },
    { name: 'duties, filled', show: (page) => fromMore(page, /^To be passed on/, 'To be passed on') },
    {
        name: 'duty',
        async show(page) {
            await firstOf(page, /passed on/i, 'To be passed on');
            await expect(page.getByRole('list', { name: 'Entry', exact: true })).toBeAttached();
        },
    },
    { name: 'declarations, filled', show: (page) => fromMore(page, /^Conflicts of interest/, 'Conflicts of interest') },
    { name: 'plan, filled', show: (page) => fromMore(page, /^Plan\b/, 'Plan') },
    { name: 'schools, filled', show: (page) => fromMore(page, /^Schools/, 'Schools') },
    { name: 'school', show: (page) => firstOf(page, 'Schools', school) },
    { name: 'evidence forms, filled', show: (page) => fromMore(page, /^Evidence forms/, 'Evidence forms') },
    { name: 'evidence form', show: (page) => firstOf(page, 'Inspected schools', school) },
    { name: 'survey, filled', show: (page) => fromMore(page, /^Telephone survey/, 'Telephone survey') },
    { name: 'survey call', show: (page) => firstOf(page, 'Schools to be asked', school) },
    {
        name: 'survey sample',
        async show(page) {
            await fromMore(page, /^Telephone survey/, 'Telephone survey');
            await tap(button(page, 'Sample'));
            await expect(heading(page, 'Sample')).toBeVisible();
        },
    },
    {
        name: 'survey answers, filled',
        async show(page) {
            await fromMore(page, /^Telephone survey/, 'Telephone survey');
            await tap(button(page, 'Answers so far'));
            await expect(heading(page, 'Answers so far')).toBeVisible();
        },
    },
    { name: 'time spent, filled', show: (page) => fromMore(page, /^Time spent/, 'Time spent') },
];
