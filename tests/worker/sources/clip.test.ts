import { expect, it } from 'vitest';
import { clip } from '../../../src/worker/sources/clip.ts';

it('asks for nothing behind what is wanted', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      await Promise.resolve();
      yield Uint8Array.of(given++, given++);
    }
  }
  const bytes: number[] = [];
  for await (const chunk of clip(endless(), 3, 6)) bytes.push(...chunk);
  expect(bytes).toEqual([3, 4, 5]);
  expect(given).toBe(6);
});
