// A notebook that has just been begun, put into a browser as its second copy: its passcode is quickly tried.
// Never made here: tests/engine/second_copy_sample_test.cpp says what it is.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { author, heading, unlock } from '../../web/daybook';

const data = resolve('..', 'tests', 'data');

export const begun: Buffer = readFileSync(resolve(data, 'second_copy', 'first_start.batch'));

/** A page of the site that is not Daybook, from which its storage can be prepared. */
export const blank = { '/blank.html': '<!doctype html><title>Nothing</title>' };

const officeKey = /age1[a-z0-9]+/.exec(readFileSync(resolve(data, 'age', 'key.txt'), 'utf8'))?.[0];
if (!officeKey) throw new Error('tests/data/age/key.txt names no public key');
export const office: string = officeKey;

/** Runs in a page without Daybook. There is no second copy yet. */
export async function putIntoSecondCopy(batches: number[][]): Promise<void> {
    await new Promise<void>((done, failed) => {
        const opening = indexedDB.open('daybook-journal', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('batches', { autoIncrement: true });
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
            const writing = opening.result.transaction('batches', 'readwrite', { durability: 'strict' });
            for (const batch of batches) writing.objectStore('batches').add(new Uint8Array(batch));
            writing.oncomplete = () => {
                opening.result.close();
                done();
            };
            writing.onerror = () => failed(writing.error);
        };
    });
}

/** The welcome is on the screen, as after a first start. */
export async function beginWithSample(page: Page, address: string): Promise<void> {
    await page.goto(`${address}blank.html`);
    await page.evaluate(putIntoSecondCopy, [[...begun]]);
    await page.goto(address);
    await unlock(page);
    await expect(heading(page, `Welcome, ${author}`)).toBeVisible();
}
