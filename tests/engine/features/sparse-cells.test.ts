import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, cellName } from '../../../src/engine/features/cell-key.ts';
import { SparseCells } from '../../../src/engine/features/sparse-cells.ts';

const contents = (cells: SparseCells): [string, number, number][] => {
  const found: [string, number, number][] = [];
  cells.forEach((client, key, sum, count) => found.push([`${client}:${key}`, sum, count]));
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
};

const additions = fc.array(
  fc.record({
    client: fc.nat(2000),
    key: fc.oneof(fc.nat(5), fc.nat(2 ** 40)),
    value: fc.oneof(fc.integer(), fc.integer({ min: -(2 ** 50), max: 2 ** 50 })),
  }),
  { maxLength: 3000 },
);

describe('SparseCells', () => {
  it('sums by client and key, however many there are', () => {
    fc.assert(
      fc.property(additions, (rows) => {
        const cells = new SparseCells();
        const expected = new Map<string, [bigint, number]>();
        for (const { client, key, value } of rows) {
          cells.add(client, key, value, 1);
          const [sum, count] = expected.get(`${client}:${key}`) ?? [0n, 0];
          expected.set(`${client}:${key}`, [sum + BigInt(value), count + 1]);
        }
        expect(cells.size).toBe(expected.size);
        expect(contents(cells)).toEqual(
          [...expected]
            .map(([id, [sum, count]]): [string, number, number] => [id, Number(sum), count])
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('grows', () => {
    const cells = new SparseCells();
    for (let i = 0; i < 10_000; i++) cells.add(i % 100, i, i, 1);
    for (let i = 0; i < 10_000; i++) cells.add(i % 100, i, 1, 1);
    expect(cells.size).toBe(10_000);
    cells.forEach((client, key, sum, count) => {
      expect([client, sum, count]).toEqual([key % 100, key + 1, 2]);
    });
  });

  it('keeps sums exact that no double holds', () => {
    const cells = new SparseCells();
    for (let i = 0; i < 10; i++) cells.add(1, 7, 2 ** 52, 1);
    cells.add(1, 7, -1, 1);
    cells.add(2, 7, -(2 ** 52), 1);
    cells.add(2, 7, -(2 ** 52), 1);
    cells.add(3, 7, 5, 1);
    const merged = new SparseCells();
    merged.add(1, 8, 3, 1);
    merged.merge(SparseCells.from(structuredClone(cells.dump())), (key) => key + 1);
    expect(contents(merged)).toEqual([
      ['1:8', Number(10n * 2n ** 52n + 2n), 12],
      ['2:8', -(2 ** 53), 2],
      ['3:8', 5, 1],
    ]);
  });
});

describe('cellKey', () => {
  it('packs what cellName unpacks', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(2_000_000),
        fc.nat(0x7fff),
        fc.integer({ min: -1, max: 2101 * 12 }),
        (transfer, row, currency, month) => {
          const key = cellKey(transfer, row, currency, month);
          expect(Number.isSafeInteger(key)).toBe(true);
          expect(cellName(key)).toEqual({ transfer, row, currency, month });
        },
      ),
    );
  });
});
