import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNatural, naturalOrder } from '../../../src/engine/kernel/natural-order.ts';

describe('compareNatural', () => {
  it.each([
    ['2', '10'],
    ['a', 'b'],
    ['client2', 'client10'],
    ['client2b', 'client10a'],
    ['KZ-7F', 'KZ-07G'],
    ['007', '07'],
    ['07', '7'],
    ['7', '007a'],
    ['7', '7a'],
    ['', '0'],
    ['-1', '1'],
    ['1', 'a'],
    ['9007199254740992', '9007199254740993'],
    ['99999999999999999999', '100000000000000000000'],
    ['a01b2', 'a1b3'],
    ['a01b2', 'a1b2'],
    ['0', '00'],
    ['A', 'a'],
    ['1\u00b2', '1\u00b3'],
  ])('%j stands before %j', (a, b) => {
    expect(compareNatural(a, b)).toBeLessThan(0);
    expect(compareNatural(b, a)).toBeGreaterThan(0);
    expect(compareNatural(a, a)).toBe(0);
  });

  it('is a total order', () => {
    const code = fc.string({
      unit: fc.constantFrom('0', '0', '1', '9', 'a', '-', 'Б', ' '),
      maxLength: 6,
    });
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        const [ab, bc, ac] = [compareNatural(a, b), compareNatural(b, c), compareNatural(a, c)];
        expect(Math.sign(ab)).toBe(-Math.sign(compareNatural(b, a)) + 0);
        expect(ab === 0).toBe(a === b);
        if (ab <= 0 && bc <= 0) expect(ac).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('orders numbers as big integers do', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 40n });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const expected = a < b ? -1 : a > b ? 1 : 0;
        expect(Math.sign(compareNatural(String(a), String(b)))).toBe(expected);
      }),
    );
  });
});

describe('naturalOrder', () => {
  const sorted = (codes: readonly string[]): string[] =>
    [...naturalOrder(codes)].map((i) => codes[i]);

  it.each([
    ['nothing', [], []],
    ['plain integers', ['10', '9', '0', '65536', '65535'], ['0', '9', '10', '65535', '65536']],
    ['leading zeros', ['7', '8', '007', '07', '1'], ['1', '007', '07', '7', '8']],
    [
      '15 and 16 digits',
      ['1000000000000000', '999999999999999'],
      ['999999999999999', '1000000000000000'],
    ],
    [
      'the same last 15 digits',
      ['2000000000000001', '000000000000001', '1000000000000001', '1'],
      ['000000000000001', '1', '1000000000000001', '2000000000000001'],
    ],
    ['30 digits', ['9'.repeat(30), '1' + '0'.repeat(29)], ['1' + '0'.repeat(29), '9'.repeat(30)]],
    ['31 digits', ['9'.repeat(31), '1'], ['1', '9'.repeat(31)]],
    ['an empty code', ['1', ''], ['', '1']],
    ['mixed codes', ['b', '10', 'a2', '9', 'a10', '9a'], ['9', '9a', '10', 'a2', 'a10', 'b']],
    ['hostile names', ['toString', '__proto__', '7'], ['7', '__proto__', 'toString']],
  ])('sorts %s', (_, codes, expected) => {
    expect(sorted(codes)).toEqual(expected);
  });

  it('keeps equal codes in their order, on both paths', () => {
    expect([...naturalOrder(['5', '1', '5', '1'])]).toEqual([1, 3, 0, 2]);
    expect([...naturalOrder(['b', 'a', 'b', 'a'])]).toEqual([1, 3, 0, 2]);
  });

  it('agrees with the comparison on any codes', () => {
    const digits = fc.string({
      unit: fc.constantFrom('0', '0', '1', '9'),
      minLength: 1,
      maxLength: 32,
    });
    const codes = fc.oneof(fc.array(digits), fc.array(fc.oneof(digits, fc.string())));
    fc.assert(
      fc.property(codes, (list) => {
        const inOrder = [...list].sort(compareNatural);
        expect(sorted(list)).toEqual(inOrder);
        expect([...naturalOrder(inOrder)]).toEqual([...inOrder.keys()]);
      }),
      { numRuns: 500 },
    );
  });
});
