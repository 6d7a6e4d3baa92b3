import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aggregates } from '../../../src/engine/features/aggregates.ts';
import { UNDATED } from '../../../src/engine/features/cell-key.ts';
import { ClientTable } from '../../../src/engine/features/client-table.ts';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import { dumpBuffers } from '../../../src/engine/features/dump-buffers.ts';
import {
  FrozenPopulation,
  type PopulationOptions,
} from '../../../src/engine/features/frozen-population.ts';
import { observe } from '../../fixtures/ingest-texts.ts';

const CLIENTS = 5;
const LAYOUT = {
  clients: CLIENTS,
  categories: [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ],
  transferColumns: 3,
};
const OPTIONS: PopulationOptions = {
  fx: { USD: 540.5, EUR: 630.25 },
  months: null,
  transferColumns: [
    { name: 'x_in', direction: 'in' },
    { name: 'other_in', direction: 'in' },
    { name: 'other_out', direction: 'out' },
  ],
};

interface Row {
  readonly client: number;
  readonly transfer: boolean;
  readonly column: number;
  readonly currency: string;
  readonly month: number;
  readonly value: number;
  readonly trait: string;
}

const MONTHS = [24_305, 24_306, 24_307, 24_280];
const rowsOf = (months: readonly number[]): fc.Arbitrary<Row> =>
  fc.record({
    client: fc.nat(CLIENTS - 1),
    transfer: fc.boolean(),
    column: fc.nat(4),
    currency: fc.constantFrom('KZT', 'KZT', 'USD', 'EUR', 'CHF'),
    month: fc.constantFrom(...months),
    value: fc.oneof(fc.integer(), fc.integer({ min: -(10 ** 12), max: 10 ** 12 })),
    trait: fc.constantFrom('', 'product\tcard', 'type\tx_in', 'product\tloan'),
  });
const rows = fc
  .constantFrom(MONTHS, [UNDATED], [...MONTHS, UNDATED])
  .chain((months) => fc.array(rowsOf(months), { maxLength: 60 }));

/** Unknown categories and currencies get their ids in the order in which they turn up. */
const aggregate = (list: readonly Row[]): Aggregates => {
  const aggregates = new Aggregates(LAYOUT);
  for (const { client, transfer, column, currency, month, value, trait } of list) {
    const money = aggregates.currencies.idOf(currency);
    if (transfer) aggregates.addTransfer(client, column % 3, money, month, value);
    else {
      const names = ['a', 'b', 'cat', 'dog', 'eel'];
      const category = aggregates.categories.idOf(names[column], names[column]);
      aggregates.addSpend(client, category, money, month, value);
    }
    if (trait !== '') aggregates.traitSets.add(client, aggregates.traits.idOf(trait));
  }
  return aggregates;
};

const clients = new ClientTable();
for (let client = 0; client < CLIENTS; client++) {
  const code = String(client);
  const texts = { name: 'N', status: 'S', city: 'C', language: 'kk' };
  clients.put({ code, ...texts, age: 30, balance: 150 }, 0, client + 2);
}

const seen = (aggregates: Aggregates, options: Partial<PopulationOptions> = {}): unknown =>
  observe(new FrozenPopulation(clients, aggregates, { ...OPTIONS, ...options }));

const merged = (...parts: readonly Aggregates[]): Aggregates => {
  const sum = new Aggregates(LAYOUT);
  for (const part of parts) sum.merge(part);
  return sum;
};

describe('Aggregates are a monoid', () => {
  it('is the same in any order of rows and any split', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const whole = seen(aggregate([...a, ...b, ...c]));
        expect(seen(aggregate([...c, ...a, ...b].reverse()))).toEqual(whole);
        expect(seen(merged(aggregate(a), aggregate(b), aggregate(c)))).toEqual(whole);
        expect(seen(merged(aggregate(c), aggregate(b), aggregate(a)))).toEqual(whole);
        expect(seen(merged(aggregate(a), merged(aggregate(b), aggregate(c))))).toEqual(whole);
        expect(seen(merged(merged(aggregate(a), aggregate(b)), aggregate(c)))).toEqual(whole);
      }),
    );
  });

  it('has an identity', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const whole = seen(aggregate(list));
        expect(seen(merged(aggregate(list), new Aggregates(LAYOUT)))).toEqual(whole);
        expect(seen(merged(new Aggregates(LAYOUT), aggregate(list)))).toEqual(whole);
      }),
    );
  });

  it('is the same behind a dump, which holds every buffer once', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const whole = seen(aggregate([...a, ...b]));
        const dump = aggregate(b).dump();
        const moved = structuredClone(dump, { transfer: dumpBuffers(dump) });
        expect(dumpBuffers(dump).every(({ byteLength }) => byteLength === 0)).toBe(true);
        expect(seen(merged(aggregate(a), Aggregates.from(moved)))).toEqual(whole);
      }),
    );
  });
});

it('takes no more memory for more rows of what is known', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 9 }), (list, times) => {
      const bytesOf = (aggregates: Aggregates): number =>
        dumpBuffers(aggregates.dump()).reduce((sum, { byteLength }) => sum + byteLength, 0);
      const again = Array.from({ length: times }, () => list).flat();
      expect(bytesOf(aggregate(again))).toBe(bytesOf(aggregate(list)));
    }),
  );
});

describe('FrozenPopulation', () => {
  const month = 24_305;
  const row = (more: Partial<Row>): Row => ({
    client: 0,
    transfer: false,
    column: 0,
    currency: 'KZT',
    month,
    value: 100,
    trait: '',
    ...more,
  });
  const frameOf = (list: readonly Row[], options: Partial<PopulationOptions> = {}) =>
    new FrozenPopulation(clients, aggregate(list), { ...OPTIONS, ...options }).frame;

  it('names the months of the data, and divides by as many', () => {
    const frame = frameOf([row({}), row({ month: month + 2, transfer: true })]);
    expect(frame).toMatchObject({ months: [month, month + 2], dated: true, periodMonths: 2 });
  });

  it('has one slot and three months without dates', () => {
    expect(frameOf([row({ month: UNDATED })])).toMatchObject({
      months: [UNDATED],
      dated: false,
      periodMonths: 3,
    });
    expect(frameOf([])).toMatchObject({ months: [UNDATED], dated: false, periodMonths: 3 });
  });

  it('has one slot where only some rows have dates, and divides by the months of those', () => {
    const frame = frameOf([row({ month: UNDATED }), row({}), row({ month: month + 1 })]);
    expect(frame).toMatchObject({ months: [UNDATED], dated: false, periodMonths: 2 });
  });

  it('divides by what a person says', () => {
    expect(frameOf([row({})], { months: 6 }).periodMonths).toBe(6);
  });

  it('converts by rate and leaves out what has none', () => {
    const list = [
      row({ value: 1000 }),
      row({ currency: 'USD', value: 200 }),
      row({ currency: 'CHF', value: 999 }),
      row({ transfer: true, column: 2, currency: 'EUR', value: 400 }),
    ];
    const population = new FrozenPopulation(clients, aggregate(list), OPTIONS);
    const ledger = createLedger(population.frame);
    population.open(0, ledger);
    expect(population.frame.currencies).toEqual(['KZT', 'CHF', 'EUR', 'USD']);
    expect(ledger.spend[0]).toBe(10 + 2 * 540.5);
    expect([...ledger.foreignSpend]).toEqual([0, 0, 0, 2 * 540.5]);
    expect([...ledger.currencyCount]).toEqual([1, 0, 0, 1]);
    expect(ledger.transfers[2]).toBe(4 * 630.25);
    expect([...ledger.transferCount]).toEqual([0, 0, 1]);
  });

  it('has rows for any number of unknown categories of one client', () => {
    const aggregates = new Aggregates(LAYOUT);
    for (let i = 0; i < 40; i++) {
      const name = `cat ${String(i).padStart(2, '0')}`;
      const category = aggregates.categories.idOf(name, name);
      aggregates.addSpend(1, category, 0, month, 100 * (i + 1));
      aggregates.addSpend(1, category, 0, month + 1, 50);
    }
    const population = new FrozenPopulation(clients, aggregates, OPTIONS);
    const ledger = createLedger(population.frame);
    population.open(0, ledger);
    expect(ledger.categoryCount).toBe(2);
    population.open(1, ledger);
    expect(ledger.categoryCount).toBe(42);
    expect(population.frame.categories[ledger.categoryIds[41]]).toBe('cat 39');
    expect([ledger.spend[82], ledger.spend[83], ledger.spendCount[41]]).toEqual([40, 0.5, 2]);
    population.open(2, ledger);
    expect([ledger.categoryCount, ledger.spend.some((sum) => sum !== 0)]).toEqual([2, false]);
  });
});
