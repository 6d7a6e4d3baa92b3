import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactCells } from '../../../src/engine/stream/exact-cells.ts';
import { OperationRow } from '../../../src/engine/stream/operation-row.ts';
import { settleStats, type StreamFacts } from '../../../src/engine/stream/settle-stats.ts';
import { SparseSum } from '../../../src/engine/stream/sparse-sum.ts';
import { readSum } from '../../../src/engine/stream/summed-amount.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { csvOf, type DrawnRow } from '../../fixtures/draw-rows.ts';
import { ingestTexts } from '../../fixtures/ingest-texts.ts';
import { observeFiles, observeStream } from '../../fixtures/observe-ledgers.ts';
import { statsOf } from '../../fixtures/read-stream.ts';
import { streamLines } from '../../fixtures/stream-lines.ts';

const factsOf = (lines: readonly string[]): StreamFacts => {
  const facts = settleStats(statsOf(lines), VOCABULARY);
  if (!facts.ok) throw new Error(facts.fault.code);
  return facts.value;
};

const clients: readonly DrawnRow[] = [{ client_code: '1', name: 'Анна' }];
const transfers: readonly DrawnRow[] = [
  { client_code: '1', date: '2025-06-01', type: 'p2p_out', direction: 'out', amount: '1' },
];
const purchase = (amount: string, category = 'Такси', currency = 'KZT'): DrawnRow => ({
  ...{ client_code: '1', date: '2025-06-01', category, amount, currency },
});

const sameAsFiles = async (transactions: readonly DrawnRow[]): Promise<void> => {
  const files = await ingestTexts({
    'clients.csv': csvOf(clients),
    'transactions.csv': csvOf(transactions),
    'transfers.csv': csvOf(transfers),
  });
  if (files.outcome !== 'ready') throw new Error(files.outcome);
  const lines = streamLines({ clients, transactions, transfers });
  expect(observeStream(lines, factsOf(lines))).toEqual(observeFiles(files));
};

const PLAIN = 2 ** 52;
const amounts = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ value: fc.integer({ min: PLAIN / 2, max: PLAIN }) }), weight: 5 },
    fc.record({ value: fc.integer({ min: -PLAIN, max: PLAIN }) }),
    fc.record({ value: fc.constant(0), large: fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }) }),
  ),
  { minLength: 4, maxLength: 40 },
);

describe('sums', () => {
  it('are exact at any size, and rounded once', () => {
    fc.assert(
      fc.property(amounts, (drawn) => {
        const cells = new ExactCells(2);
        const sparse = new SparseSum();
        let whole = 0n;
        for (const { value, large = null } of drawn as { value: number; large?: bigint }[]) {
          cells.add(1, value, large);
          sparse.add(value, large, 2);
          whole += BigInt(value) + (large ?? 0n);
        }
        expect([cells.get(0), cells.get(1)]).toEqual([0, Number(whole)]);
        expect([sparse.total, sparse.count]).toEqual([Number(whole), 2 * drawn.length]);
        cells.clear();
        expect(cells.get(1)).toBe(0);
      }),
    );
  });

  it('are read exactly, up to 38 digits', () => {
    const sums = fc.oneof(
      fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
      fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }),
    );
    const row = new OperationRow();
    fc.assert(
      fc.property(sums, (sum) => {
        expect(readSum(String(sum), '7', row)).toBe(true);
        expect(BigInt(row.amount) + (row.large ?? 0n)).toBe(sum);
        expect(row.count).toBe(7);
      }),
    );
    expect(readSum(`1${'0'.repeat(38)}`, '1', row)).toBe(false);
    expect(readSum('-0', '1', row) && Object.is(row.amount, 0)).toBe(true);
  });

  it('of the largest amounts are those of files', async () => {
    const amounts = Array.from({ length: 60 }, (_, at) => `9999999999999.${10 + at}`);
    await sameAsFiles(
      amounts.flatMap((amount) => [
        purchase(amount),
        purchase(amount, 'Такси', 'USD'),
        purchase(amount, 'Кот'),
      ]),
    );
  });

  it('that come summed are those of the rows, however large', () => {
    const amount = fc.integer({ min: 1, max: 1e15 - 1 });
    const what = fc.constantFrom('Такси\tKZT', 'Такси\tUSD', 'Кот\tKZT');
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, what), { minLength: 1, maxLength: 40 }), (rows) => {
        const line = (of: string, money: string, rest = ''): string => {
          const [category, currency] = of.split('\t');
          return `1\ttransactions\t2025-06-01\t${category}\t${money}\t${currency}${rest}`;
        };
        const sums = new Map<string, { of: string; sum: bigint; count: number }>();
        rows.forEach(([value, of], at) => {
          // Several sums for one cell: those of several machines, say.
          const key = `${of} ${at % 3}`;
          const { sum, count } = sums.get(key) ?? { sum: 0n, count: 0 };
          sums.set(key, { of, sum: sum + BigInt(value), count: count + 1 });
        });
        const profile = '1\tclients\tАнна';
        const raw = [
          profile,
          ...rows.map(([value, of]) =>
            line(of, `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`),
          ),
        ];
        const summed = [
          profile,
          ...[...sums.values()].map(({ of, sum, count }) =>
            line(of, String(sum), `\t\\N\t\\N\t${count}\t.`),
          ),
        ];
        expect(observeStream(summed, factsOf(summed))).toEqual(observeStream(raw, factsOf(raw)));
      }),
    );
  });
});

describe('rounding goes by order, and the order is that of files', () => {
  it('of currencies', async () => {
    const drawn = fc.array(
      fc.record({
        // Of all sizes: what is small is lost beside what is large, more or less by the order.
        amount: fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 8 })),
        currency: fc.constantFrom('KZT', 'USD', 'EUR', 'RUB'),
        category: fc.constantFrom('Такси', 'Кот'),
      }),
      { minLength: 6, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(drawn, async (rows) => {
        await sameAsFiles(
          rows.map(({ amount, currency, category }) =>
            purchase(String(amount[0] * 10 ** amount[1]), category, currency),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of unknown categories, by their least spelling, though the statistics have none of them', () => {
    const SPELLINGS = ['кот', 'КОТ', 'Кот', 'Кия', 'кия', 'Лист', 'лист', 'a', 'B'];
    const drawn = fc.array(
      fc.record({
        category: fc.constantFrom(...SPELLINGS),
        amount: fc.integer({ min: 1, max: 999 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(drawn, (rows) => {
        const transactions = rows.map(({ category, amount }) => purchase(String(amount), category));
        const lines = streamLines({ clients, transactions, transfers });
        const known = factsOf(lines);
        // Too many spellings are no names: the frame has only the official ones then.
        const nameless = { ...known, categories: VOCABULARY.categories, unknown: new Map() };
        const [inFrame, behind] = [known, nameless].map(
          (facts) => observeStream(lines, facts).clients['1'] as Record<string, unknown>,
        );
        expect(behind).toEqual(inFrame);
      }),
    );
  });
});
