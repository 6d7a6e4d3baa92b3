import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainBalance } from '../../../src/engine/ingest/plain-balance.ts';
import { readBalance } from '../../../src/engine/rows/profile.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

it('agrees with the complete reading wherever it answers', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,- ')), maxLength: 16 }),
    fc.nat(10 ** 9).map((n) => (n / 100).toFixed(2)),
    fc.bigInt({ min: 0n, max: 10n ** 14n }).map(String),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainBalance(text);
      if (plain < 0) return;
      expect(readBalance(text, null, VOCABULARY)).toEqual({
        kind: 'balance',
        value: plain,
        fault: null,
        evidence: text.includes('.') ? '.' : null,
        repaired: false,
      });
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['0', 0],
  ['1234567', 123_456_700],
  ['10.5', 1050],
  ['10.05', 1005],
  ['9999999999999.99', 999_999_999_999_999],
  ['99999999999999', -1],
  ['1.234', -1],
  ['1.', -1],
  ['.5', -1],
  ['-5', -1],
  ['1.x', -1],
  ['1.5x', -1],
  ['1,5', -1],
  ['', -1],
])('%s is %s', (text, value) => {
  expect(plainBalance(text)).toBe(value);
});
