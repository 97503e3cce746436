// The fortnight with fewer schools and entries than the sample has, and with every step of it.
// Never a way of its own: see tests/fortnight.
import { test } from './daybook';
import { fortnight } from '../fortnight/fortnight';
import { sample, shortened } from '../fortnight/sample';

test.describe.configure({ retries: 1 }); // some thousand taps, on a machine that others use
test.setTimeout(1_200_000);

test('H4, F20: a short fortnight goes from the notification call to the last deadline and breaks no rule', async ({ daybook }) => {
    await fortnight(await daybook.open(), shortened(sample), async () => {});
});
