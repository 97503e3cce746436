// The screens that are about the device and not about an inspection, going anywhere by name, and covered words.
// Never any evidence on them but what a meeting has that is covered.
import { expect, type Page } from '@playwright/test';
import { button, go, heading, startMeeting } from './daybook';
import { tap } from './hands';
import type { Screen } from './screens';

function inMore(name: string, row: RegExp, title: string | RegExp): Screen {
    return {
        name,
        async show(page: Page): Promise<void> {
            await go(page, 'More');
            await tap(button(page, row));
            await expect(heading(page, title)).toBeVisible();
        },
    };
}

/** Each can be reached from the one before. */
export const deviceScreens: readonly Screen[] = [
    inMore('before you leave', /^Before you leave/, 'Before you leave'),
    inMore('locking', /^Locking/, 'Locking'),
    inMore('text size', /^Text size/, 'Text size'),
    inMore('passcode', /^Change the passcode/, 'Change the passcode'),
    inMore('erase', /^Erase /, /^Erase /),
    {
        name: 'go to',
        async show(page) {
            await go(page, 'Today');
            await page.keyboard.press('Control+k');
            await expect(page.getByRole('dialog', { name: 'Go to or do' })).toBeAttached();
        },
    },
    {
        name: 'covered',
        async show(page) {
            await page.keyboard.press('Escape');
            await startMeeting(page);
            await tap(button(page, 'Cover the words'));
            await expect(heading(page, 'Covered')).toBeVisible();
        },
    },
];
