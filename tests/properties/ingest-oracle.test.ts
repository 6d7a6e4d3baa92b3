import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { createLedger } from '../../src/engine/features/create-ledger.ts';
import { CATEGORIES } from '../fixtures/domain-words.ts';
import { populationOf, readTexts } from '../fixtures/ingest-texts.ts';

/** Hundredths of a plain decimal number, half away from zero, on digits alone. */
const hundredths = (text: string): bigint => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  const digits = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
  const rounded = digits + (fraction.charAt(2) >= '5' ? 1n : 0n);
  return sign === '-' ? -rounded : rounded;
};

/** The obviously correct reader: client | category | month → exact sum. */
const oracle = (csv: string): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  for (const { client_code, category, date, amount } of data) {
    const cell = [client_code, category, date.slice(0, 7)].join('|');
    sums.set(cell, (sums.get(cell) ?? 0n) + hundredths(amount));
  }
  return sums;
};

const CODES = ['1', '007', 'KZ,7', '__proto__', '99999999999999999999', 'Ж'];
const row = fc.record({
  client_code: fc.constantFrom(...CODES),
  category: fc.constantFrom(...CATEGORIES, 'Другое', 'a "quoted" one', 'two\nlines'),
  date: fc.constantFrom('2025-06-30', '2025-07-01', '2025-08-31 23:59:59'),
  amount: fc.oneof(
    fc.nat(9_999_999).map((n) => (n / 100).toFixed(2)),
    fc.nat(9_999_999).map((n) => `-${(n / 1e4).toFixed(4)}`),
    fc.bigInt({ min: 0n, max: 9_999_999_999_999n }).map((n) => `${n}.995`),
  ),
});

it('sums are those of a simple reader with big integers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
      const csv = Papa.unparse(rows);
      const clients = Papa.unparse(CODES.map((client_code) => ({ client_code, name: 'N' })));
      const population = populationOf(
        await readTexts(
          { 'clients.csv': clients, 'transactions.csv': csv },
          { choices: { decimal: '.' } },
        ),
      );
      const { frame } = population;
      const ledger = createLedger(frame);
      const sums = new Map<string, number>();
      for (let client = 0; client < population.size; client++) {
        population.open(client, ledger);
        for (let row = 0; row < ledger.categoryCount; row++) {
          for (const [slot, month] of frame.months.entries()) {
            const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
            const sum = ledger.spend[row * frame.months.length + slot];
            const category = frame.categories[ledger.categoryIds[row]];
            if (sum !== 0) sums.set([ledger.code, category, date].join('|'), sum);
          }
        }
      }
      const expected = [...oracle(csv)]
        // Labels are shown with their white space made single spaces.
        .map(([cell, sum]) => [cell.replace('\n', ' '), Number(sum) / 100] as const)
        .filter(([, sum]) => sum !== 0);
      expect([...sums].sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
}, 60_000);
