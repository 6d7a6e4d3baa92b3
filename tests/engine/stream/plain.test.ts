import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/engine/rows/amount.ts';
import { readDate } from '../../../src/engine/rows/date.ts';
import { NOT_PLAIN, plainAmount } from '../../../src/engine/stream/plain-amount.ts';
import { plainMonth } from '../../../src/engine/stream/plain-month.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

describe('the usual cell at a glance', () => {
  it('is an amount that the whole reader reads alike, and needs no mark for', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{0,14}[.,]?[0-9]{0,3}$/), (text) => {
        const tiyn = plainAmount(text);
        if (tiyn === NOT_PLAIN) return;
        taken++;
        const evidence = text.includes('.') ? '.' : null;
        const whole = { kind: 'amount', tiyn, evidence, repaired: false, currency: null };
        expect(readAmount(text, null, VOCABULARY)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('is a date that the whole reader reads alike', () => {
    let taken = 0;
    const texts = fc.stringMatching(
      /^(?:19[89]|20[0-9]|21[0-9])[0-9]-[0-2][0-9]-[0-3][0-9](?:[ T][0-2][0-9]:[0-6][0-9]:[0-6][0-9])?$/,
    );
    fc.assert(
      fc.property(texts, (text) => {
        const month = plainMonth(text);
        if (month < 0) return;
        taken++;
        expect(readDate(text, null)).toMatchObject({ kind: 'date', month, evidence: null });
      }),
      { numRuns: 4000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      '-1',
      '1.',
      '.5',
      '1.234',
      '1,5',
      ' 1',
      '1e3',
      '1234567890123',
      '1.2x',
    ]) {
      expect(plainAmount(text), text).toBe(NOT_PLAIN);
    }
    for (const text of [
      '2025-06-29',
      '2025-13-01',
      '2025-06-01 24:00:00',
      '2025-06-01 1',
      '1989-01-01',
    ]) {
      expect(plainMonth(text), text).toBe(-1);
    }
  });
});
