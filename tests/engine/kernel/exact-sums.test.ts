import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSums } from '../../../src/engine/kernel/exact-sums.ts';

const value = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer(),
  fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
);
const additions = fc.array(fc.record({ row: fc.nat(700), column: fc.nat(2), value }), {
  maxLength: 60,
});

type Addition = { readonly row: number; readonly column: number; readonly value: number };

const tableOf = (rows: readonly Addition[], size = 701): ExactSums => {
  const sums = new ExactSums(3);
  for (let row = 0; row < size; row++) expect(sums.addRow()).toBe(row);
  for (const { row, column, value } of rows) sums.add(row, column, value);
  return sums;
};

const cellsOf = (sums: ExactSums, size = 701): bigint[] =>
  Array.from({ length: size * 3 }, (_, cell) => sums.exact(Math.floor(cell / 3), cell % 3));

describe('ExactSums', () => {
  it('keeps what it has while it grows', () => {
    const sums = new ExactSums(2);
    for (let row = 0; row < 9000; row++) sums.add(sums.addRow(), 1, row + 1);
    for (let row = 0; row < 9000; row++) expect(sums.get(row, 1)).toBe(row + 1);
  });

  it('grows behind the few rows of another table that it has taken over', () => {
    const sums = tableOf([], 1);
    expect(sums.adopt(tableOf([{ row: 0, column: 2, value: 5 }], 1))).toBe(4096);
    for (let row = 0; row < 100; row++) sums.add(sums.addRow(), 2, row);
    expect([sums.get(4096, 2), sums.get(4097, 2), sums.get(4196, 2)]).toEqual([5, 0, 99]);
  });

  it('adds integers of any size exactly, in any order', () => {
    fc.assert(
      fc.property(additions, (rows) => {
        const expected = new Map<number, bigint>();
        for (const { row, column, value } of rows) {
          const cell = row * 3 + column;
          expected.set(cell, (expected.get(cell) ?? 0n) + BigInt(value));
        }
        const sums = tableOf(rows);
        const backwards = tableOf([...rows].reverse());
        for (const [cell, sum] of expected) {
          expect(sums.exact(Math.floor(cell / 3), cell % 3)).toBe(sum);
          expect(backwards.exact(Math.floor(cell / 3), cell % 3)).toBe(sum);
          expect(sums.get(Math.floor(cell / 3), cell % 3)).toBe(Number(sum));
        }
      }),
    );
  });

  it('rounds a sum beyond 2^53 once', () => {
    const sums = tableOf([]);
    for (let i = 0; i < 5; i++) sums.add(0, 0, 2 ** 52);
    sums.add(0, 0, 1);
    expect(sums.exact(0, 0)).toBe(5n * 2n ** 52n + 1n);
    expect(sums.get(0, 0)).toBe(Number(5n * 2n ** 52n + 1n));
    expect(sums.get(0, 1)).toBe(0);
  });

  it('takes rows over as they are, behind its own', () => {
    fc.assert(
      fc.property(additions, additions, (left, right) => {
        const sums = tableOf(left);
        const own = cellsOf(sums);
        const first = sums.adopt(tableOf(right));
        expect(cellsOf(sums)).toEqual(own);
        for (const { row, column } of right) {
          expect(sums.exact(first + row, column)).toBe(tableOf(right).exact(row, column));
        }
        expect(sums.addRow()).toBe(first + 701);
        expect(sums.rows).toBe(first + 702);
        expect(sums.exact(first + 701, 0)).toBe(0n);
      }),
      { numRuns: 20 },
    );
  });

  it('adds a whole row to doubles, wherever they stand', () => {
    fc.assert(
      fc.property(additions, fc.integer({ min: 0, max: 700 }), (rows, row) => {
        const sums = tableOf(rows);
        const totals = new Float64Array(2 + 3 * sums.width).fill(1);
        sums.addTo(totals, row, 2, 3);
        totals.forEach((total, at) => {
          const column = (at - 2) / 3;
          const whole = Number.isInteger(column) && column >= 0;
          expect(total).toBe(whole ? 1 + sums.get(row, column) : 1);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('adds rows of another table', () => {
    fc.assert(
      fc.property(additions, additions, (left, right) => {
        const sums = tableOf(left);
        const other = tableOf(right);
        for (let row = 0; row < 701; row++) sums.addRowOf(other, row, row);
        expect(cellsOf(sums)).toEqual(cellsOf(tableOf([...left, ...right])));
      }),
      { numRuns: 20 },
    );
  });

  it('copies some rows, which say the same there', () => {
    const picked = fc.array(fc.nat(700), { maxLength: 40 });
    fc.assert(
      fc.property(additions, picked, fc.nat(690), (rows, some, first) => {
        const sums = tableOf(rows);
        // Some by themselves, and some that lie together.
        const taken = [...some, ...Array.from({ length: 10 }, (_, i) => first + i)];
        const copy = ExactSums.from(sums.pick(taken));
        expect(copy.rows).toBe(taken.length);
        taken.forEach((row, at) => {
          for (let column = 0; column < 3; column++) {
            expect(copy.exact(at, column)).toBe(sums.exact(row, column));
          }
        });
      }),
    );
  });

  it('copies rows across the borders of what is allocated together', () => {
    const sums = tableOf([], 10_000);
    for (let row = 0; row < 10_000; row++) sums.add(row, row % 3, row);
    const taken = Array.from({ length: 9000 }, (_, i) => (i < 4000 ? i + 3000 : 9999 - i));
    const copy = ExactSums.from(sums.pick(taken));
    taken.forEach((row, at) => {
      expect([0, 1, 2].map((column) => copy.get(at, column))).toEqual(
        [0, 1, 2].map((column) => (column === row % 3 ? row : 0)),
      );
    });
  });

  it('is the same behind a dump', () => {
    fc.assert(
      fc.property(additions, (rows) => {
        const sums = tableOf(rows);
        const copy = ExactSums.from(structuredClone(sums.dump()));
        expect(cellsOf(copy)).toEqual(cellsOf(sums));
        expect(copy.addRow()).toBe(701);
      }),
      { numRuns: 20 },
    );
  });
});
