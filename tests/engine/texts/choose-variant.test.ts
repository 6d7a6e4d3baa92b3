import { expect, it } from 'vitest';
import { chooseVariant } from '../../../src/engine/texts/choose-variant.ts';

it('is the same on every machine and every day', () => {
  expect(['1', '2', '7', '000007', 'KZ-7F', ''].map((code) => chooseVariant(code, 3))).toEqual([
    1, 2, 1, 0, 0, 1,
  ]);
});

it.each([2, 3, 4, 5])('shares clients out evenly between %s variants', (count) => {
  const clients = 30_000;
  const shares = new Array<number>(count).fill(0);
  for (let code = 0; code < clients; code++) shares[chooseVariant(String(code), count)]++;
  for (const share of shares) {
    expect(share / clients).toBeGreaterThan((1 / count) * 0.95);
    expect(share / clients).toBeLessThan((1 / count) * 1.05);
  }
});
