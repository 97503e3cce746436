// The whole fortnight, with everything that the sample has, and a picture of each step: ./dev fortnight runs it.
// Never part of the ordinary tests, which go through a short one.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from '../web/daybook';
import { fortnight } from './fortnight';
import { sample } from './sample';

const folder = resolve('test-results', 'fortnight');

test('H4, F20: four inspectors’ fortnight, from the notification call to the last deadline, breaks no rule', async ({ daybook }) => {
    mkdirSync(folder, { recursive: true });
    let number = 0;
    await fortnight(await daybook.open(), sample, async (page, name) => {
        number += 1;
        await page.screenshot({ path: `${folder}/${String(number).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`, caret: 'hide' });
    });
});
