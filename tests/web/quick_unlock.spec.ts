// Unlocking with the device, from setting it up to the same words: page, worker and engine together.
// Never a finger: Chromium's virtual authenticator is asked.
import { type CDPSession, expect, type Page } from '@playwright/test';
import { button, createInspection, firstStart, go, goOnWriting, heading, startMeeting, test, unlock, words, write } from './daybook';
import { tap } from './hands';
import { holdWire, sent, wish, wishes } from './wire';

const said = 'Opened by a finger: naïve ✓';

interface Finger {
    /** From now on the device knows the person, or does not. */
    known(isUserVerified: boolean): Promise<void>;
}

async function addFinger(page: Page): Promise<Finger> {
    const session: CDPSession = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
            protocol: 'ctap2',
            ctap2Version: 'ctap2_1',
            transport: 'internal',
            hasUserVerification: true,
            isUserVerified: true,
            hasResidentKey: true,
            hasPrf: true,
            automaticPresenceSimulation: true,
        },
    });
    return {
        async known(isUserVerified) {
            await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
        },
    };
}

/** A notebook with words in it that the device unlocks, locked. */
async function lockedBehindAFinger(page: Page): Promise<Finger> {
    await holdWire(page);
    const finger = await addFinger(page);
    await firstStart(page);
    await createInspection(page);
    await startMeeting(page);
    await write(page, said);
    await wish(page, wishes.useAuthenticator);
    await expect.poll(() => sent(page, 'set-quick')).toHaveLength(1);
    await go(page, 'More');
    await tap(button(page, 'Lock now')); // comes to the engine after it
    await expect(button(page, 'Unlock with this device')).toBeVisible();
    return finger;
}

// A word that was lost or leaked once is one too many: never tried again.
test.describe.configure({ retries: 0 });

test('the device opens the notebook, and the same words are there', async ({ daybook }) => {
    const page = await daybook.open();
    await lockedBehindAFinger(page);
    await button(page, 'Unlock with this device').click();
    await goOnWriting(page);
    await expect(words(page)).toHaveValue(said);
});

test('a person whom the device does not know gets in with the passcode, as always', async ({ daybook }) => {
    const page = await daybook.open();
    const finger = await lockedBehindAFinger(page);
    await finger.known(false);
    await button(page, 'Unlock with this device').click();
    await expect(page.getByText('This device did not unlock the notebook.')).toBeVisible();
    await unlock(page);
    await expect(heading(page, 'More'), 'where it was locked').toBeVisible();
});
