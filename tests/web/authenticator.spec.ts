// The device's own way to unlock: what the page does with the platform's authenticator, and that it keeps no secret.
// Never a finger: Chromium's virtual authenticator is asked.
import { type CDPSession, expect, type Page } from '@playwright/test';
import { button, firstStart, heading, test } from './daybook';
import { answer, holdWire, learned, sent, wish, wishes } from './wire';

interface Authenticator {
    readonly session: CDPSession;
    readonly authenticatorId: string;
}

async function addAuthenticator(page: Page, hasPrf: boolean): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
            protocol: 'ctap2',
            ctap2Version: 'ctap2_1',
            transport: 'internal',
            hasUserVerification: true,
            isUserVerified: true,
            hasResidentKey: true,
            hasPrf,
            automaticPresenceSimulation: true,
        },
    });
    return { session, authenticatorId };
}

const [unknown, no, yes] = [0, 1, 2]; // Known of platform/device_facts.h
const authenticatorFact = async (page: Page): Promise<number | undefined> => (await learned(page)).at(-1)?.[3];

test('the authenticator gives the secret that it gave when it was set up, to the worker alone', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page, ['set-quick', 'unlock-quick']);
    const { session, authenticatorId } = await addAuthenticator(page, true);
    await firstStart(page);
    await expect.poll(() => authenticatorFact(page)).not.toBe(no);
    await wish(page, wishes.useAuthenticator);
    await expect.poll(() => sent(page, 'set-quick')).toHaveLength(1);
    const [set] = await sent(page, 'set-quick');
    if (!set) throw new Error('nothing was sent');
    expect(set.secret).toHaveLength(32);
    expect(set.salt).toHaveLength(32);
    expect(set.secret.some((byte) => byte !== 0)).toBe(true);
    expect(set.secret).not.toEqual(set.salt);
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials.map(({ credentialId }) => Array.from(Buffer.from(credentialId, 'base64')))).toEqual([set.credential]);

    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
    await expect(button(page, 'Unlock with this device')).toHaveCount(0);
    const quick = { credential: set.credential, salt: set.salt };
    await answer(page, { type: 'state', state: 'locked', words: '', quick, awaitsRecovery: false });
    await expect(button(page, 'Unlock with this device')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => sent(page, 'unlock-quick')).toHaveLength(1);
    expect((await sent(page, 'unlock-quick'))[0]?.secret).toEqual(set.secret);
    await answer(page, { type: 'refused', words: 'This device’s answer does not open the notebook.' });
    await expect(page.getByText('This device’s answer does not open the notebook.')).toBeVisible();
    await expect(button(page, 'Unlock with this device')).toBeVisible();
});

test('a person whom the device does not know is sent back to the passcode', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page, ['set-quick', 'unlock-quick']);
    const { session, authenticatorId } = await addAuthenticator(page, true);
    await firstStart(page);
    await wish(page, wishes.useAuthenticator);
    await expect.poll(() => sent(page, 'set-quick')).toHaveLength(1);
    const [set] = await sent(page, 'set-quick');
    await page.reload();
    await expect(button(page, 'Unlock')).toBeVisible();
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    const quick = { credential: set?.credential ?? [], salt: set?.salt ?? [] };
    await answer(page, { type: 'state', state: 'locked', words: '', quick, awaitsRecovery: false });
    await button(page, 'Unlock with this device').click();
    await expect(page.getByText('This device did not unlock the notebook. Try again, or use the passcode.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeFocused();
    expect(await sent(page, 'unlock-quick')).toEqual([]);
});

test('an authenticator that gives no secrets is not used, and the app is told so', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page);
    await addAuthenticator(page, false);
    await firstStart(page);
    await wish(page, wishes.useAuthenticator);
    await expect(heading(page, 'This device does not unlock Daybook')).toBeVisible();
    await expect(page.getByText('The passcode opens the notebook as before.')).toBeVisible();
    expect(await sent(page, 'set-quick')).toEqual([]);
    await expect.poll(() => authenticatorFact(page)).toBe(no);
    await button(page, 'Go on').click();
    await expect(heading(page, /^Welcome/)).toBeVisible();
});

test('the app is told whether there is an authenticator before it offers one', async ({ daybook }) => {
    const page = await daybook.open();
    await holdWire(page);
    await firstStart(page);
    await expect.poll(() => authenticatorFact(page)).toBe(no);
    await addAuthenticator(page, true);
    await wish(page, wishes.lookAgain);
    await expect.poll(() => authenticatorFact(page)).not.toBe(no);
    expect([unknown, yes]).toContain(await authenticatorFact(page));
});
