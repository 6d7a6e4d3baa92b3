import { expect, it } from 'vitest';
import { FINDS } from './finds.ts';
import { fuzzOne, fuzzFiles } from './fuzz-one.ts';

it('survives a short run', async () => {
  for (let seed = 0; seed < 1500; seed++) {
    expect(await fuzzOne(seed), `seed ${seed}`).toBeNull();
  }
}, 120_000);

it.each(FINDS)('has learnt from seed $seed: $what', async ({ files }) => {
  expect(await fuzzFiles(files)).toBeNull();
});
