import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, cellName } from '../../../src/engine/features/cell-key.ts';
import { cellNames, groupByClient } from '../../../src/engine/features/client-cells.ts';
import { SparseCells } from '../../../src/engine/features/sparse-cells.ts';

const contents = (cells: SparseCells): [string, number, number][] => {
  const { clients, keys, sums, counts } = cells.list();
  return Array.from(clients, (client, at): [string, number, number] => [
    `${client}:${keys[at]}`,
    sums[at],
    counts[at],
  ]).sort(([a], [b]) => (a < b ? -1 : 1));
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
    const { clients, keys, sums, counts } = cells.list();
    keys.forEach((key, at) => {
      expect([clients[at], sums[at], counts[at]]).toEqual([key % 100, key + 1, 2]);
    });
  });

  it('merges into what adding everything in one place gives, whichever is larger', () => {
    fc.assert(
      fc.property(additions, additions, (left, right) => {
        const fill = (rows: typeof left, shift = 0): SparseCells => {
          const cells = new SparseCells();
          for (const { client, key, value } of rows) cells.add(client, key + shift, value, 1);
          return cells;
        };
        const merged = fill(left, 1);
        merged.merge(fill(right), (key) => key + 1);
        expect(merged.size).toBe(fill([...left, ...right]).size);
        expect(contents(merged)).toEqual(contents(fill([...left, ...right], 1)));
      }),
      { numRuns: 30 },
    );
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

describe('groupByClient', () => {
  const key = fc.record({
    row: fc.nat(700),
    currency: fc.nat(3),
    month: fc.integer({ min: 24300, max: 24304 }),
  });

  it('puts the cells of each client in the order of their names, few or many', () => {
    const rows = fc.array(fc.record({ client: fc.nat(3), key, value: fc.nat(1000) }), {
      minLength: 1,
      maxLength: 1500,
      size: 'max',
    });
    fc.assert(
      fc.property(rows, (added) => {
        const sparse = new SparseCells();
        const expected = new Map<string, number>();
        for (const { client, key: name, value } of added) {
          sparse.add(client, cellKey(false, name.row, name.currency, name.month), value, 1);
          const id = [client, name.row, name.currency, name.month].join();
          expected.set(id, (expected.get(id) ?? 0) + value);
        }
        const list = sparse.list();
        const { cells, names } = groupByClient(list, cellNames(list), 4, (packed) => ({
          ...cellName(packed),
          slot: 0,
          rate: 1,
        }));
        const { offsets, ids, sums } = cells;
        const found: (readonly [string, number])[] = [];
        for (let client = 0; client < 4; client++) {
          for (let at = offsets[client]; at < offsets[client + 1]; at++) {
            const { row, currency, month } = names[ids[at]];
            found.push([[client, row, currency, month].join(), sums[at]]);
          }
        }
        const inOrder = [...expected].sort(([a], [b]) => {
          const [left, right] = [a.split(',').map(Number), b.split(',').map(Number)];
          const at = left.findIndex((part, i) => part !== right[i]);
          return left[at] - right[at];
        });
        expect(found).toEqual(inOrder);
      }),
      { numRuns: 30 },
    );
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
