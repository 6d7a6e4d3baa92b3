import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aggregates } from '../../../src/engine/features/aggregates.ts';
import { putLedger, takeLedger } from '../../../src/engine/features/block-ledger.ts';
import { UNDATED } from '../../../src/engine/features/cell-key.ts';
import {
  createBlock,
  createLargeBlock,
  emptyBlock,
  type ClientBlock,
} from '../../../src/engine/features/client-block.ts';
import { ClientTable } from '../../../src/engine/features/client-table.ts';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import { FrozenPopulation } from '../../../src/engine/features/frozen-population.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import { tablesOf as readPart } from '../../../src/engine/features/population-part.ts';
import { layOpen } from '../../../src/engine/features/population-tables.ts';
import { anyClient } from '../../fixtures/any-client.ts';
import { tablesOf } from '../../fixtures/ingest-texts.ts';

const CLIENTS = 11;
const MONTH = 24_305;
const LAYOUT = {
  clients: CLIENTS,
  categories: [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ],
  transferColumns: 2,
};
const OPTIONS = {
  fx: { USD: 540.5, EUR: 630.25 },
  months: null,
  transferColumns: [
    { name: 'other_in', direction: 'in' },
    { name: 'other_out', direction: 'out' },
  ],
} as const;

const table = new ClientTable();
for (let client = 0; client < CLIENTS; client++) {
  const texts = { name: 'N', status: `S${client % 3}`, city: 'C', language: 'kk' };
  const age = client % 4 === 0 ? NaN : 20 + client;
  table.put({ code: String(client), ...texts, age, balance: 150 * client }, 0, client + 2);
}

const row = (months: readonly number[]) =>
  fc.record({
    // The last clients have no row.
    client: fc.nat(CLIENTS - 4),
    transfer: fc.boolean(),
    column: fc.constantFrom(0, 1, 'cat', 'dog', 'eel'),
    currency: fc.constantFrom('KZT', 'KZT', 'USD', 'EUR', 'CHF'),
    month: fc.constantFrom(...months),
    value: fc.oneof(fc.integer(), fc.integer({ min: -(10 ** 12), max: 10 ** 12 })),
    trait: fc.nat(300),
  });
const rows = fc
  .constantFrom([UNDATED], [MONTH], [MONTH, MONTH + 1, MONTH + 5], [MONTH, UNDATED])
  .chain((months) => fc.array(row(months), { maxLength: 80 }));
type Row = typeof rows extends fc.Arbitrary<(infer One)[]> ? One : never;

const populationOf = (list: readonly Row[]): FrozenPopulation => {
  const aggregates = new Aggregates(LAYOUT);
  for (const { client, transfer, column, currency, month, value, trait } of list) {
    const money = aggregates.currencies.idOf(currency);
    const known = typeof column === 'number';
    if (transfer) aggregates.addTransfer(client, known ? column : 1, money, month, value);
    else {
      const category = known ? column : aggregates.categories.idOf(column, column);
      aggregates.addSpend(client, category, money, month, value);
    }
    aggregates.traitSets.add(client, aggregates.traits.idOf(`product\t${trait}`));
  }
  return new FrozenPopulation(table, aggregates, OPTIONS);
};

/** All that a ledger shows and a block has of a client. */
const shown = (ledger: Ledger): unknown => {
  const { status, age, balance } = ledger;
  return { status, age, balance, ...tablesOf(ledger) };
};

const taken = (block: ClientBlock, i: number): unknown => {
  const ledger = createLedger(block.frame);
  takeLedger(block, i, ledger);
  return shown(ledger);
};

describe('a block of clients', () => {
  it('law: shows of each what opening that one alone shows, whatever stood there before', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: CLIENTS + 2 }), (list, room) => {
        const population = populationOf(list);
        const block = createBlock(population.frame, room);
        const ledger = createLedger(population.frame);
        for (let first = 0; first < CLIENTS; first += room) {
          population.openMany(first, Math.min(room, CLIENTS - first), block);
          for (let i = 0; i < block.clients; i++) {
            population.open(first + i, ledger);
            expect(taken(block, i)).toEqual(shown(ledger));
          }
        }
      }),
    );
  });

  it('law: shows of each the same when a part of the clients is read elsewhere', () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(CLIENTS - 1),
        fc.integer({ min: 1, max: 4 }),
        (list, first, many) => {
          const population = populationOf(list);
          const clients = Math.min(many, CLIENTS - first);
          const tables = readPart(structuredClone(population.part(first, clients)));
          const block = createBlock(population.frame, clients);
          layOpen(tables, structuredClone(population.names), 0, clients, block);
          const ledger = createLedger(population.frame);
          for (let i = 0; i < clients; i++) {
            population.open(first + i, ledger);
            expect(taken(block, i)).toEqual(shown(ledger));
          }
        },
      ),
    );
  });

  it('converts by rate, leaves out what has none, and adds before it divides', () => {
    const one = { client: 2, transfer: false, month: MONTH, trait: 0 } as const;
    const population = populationOf([
      { ...one, column: 0, currency: 'KZT', value: 1001 },
      { ...one, column: 0, currency: 'USD', value: 201 },
      { ...one, column: 0, currency: 'EUR', value: 333 },
      { ...one, column: 'dog', currency: 'USD', value: 7 },
      { ...one, column: 0, currency: 'CHF', value: 999 },
      { ...one, transfer: true, column: 1, currency: 'EUR', value: 400 },
    ]);
    const block = createBlock(population.frame, 3);
    population.openMany(0, 3, block);
    expect(block.frame.currencies).toEqual(['KZT', 'CHF', 'EUR', 'USD']);
    expect(block.spend[2]).toBe((1001 + 333 * 630.25 + 201 * 540.5) / 100);
    expect(block.spendCount[2]).toBe(3);
    expect([...block.own.starts]).toEqual([0, 0, 0, 1]);
    expect(block.frame.categories[block.own.categories[0]]).toBe('dog');
    expect([block.own.spend[0], block.own.counts[0]]).toEqual([(7 * 540.5) / 100, 1]);
    expect([0, 1, 2, 3].map((currency) => block.currencyCount[currency * 3 + 2])).toEqual([
      1, 0, 1, 2,
    ]);
    expect(block.foreignSpend[2 * 3 + 2]).toBe((333 * 630.25) / 100);
    expect(block.transfers[3 + 2]).toBe((400 * 630.25) / 100);
  });

  it('law: takes any ledger and gives it back', () => {
    fc.assert(
      fc.property(anyClient, fc.nat(3), (ledger, i) => {
        const block = createBlock(ledger.frame, 4);
        emptyBlock(block, 4);
        for (let at = 0; at < 4; at++) {
          putLedger(block, at, at === i ? ledger : createLedger(ledger.frame));
        }
        expect(taken(block, i)).toEqual(shown(ledger));
      }),
    );
  });

  it('has room for thousands of categories that nobody knows', () => {
    const many = 5000;
    const aggregates = new Aggregates(LAYOUT);
    for (let n = 0; n < many; n++) {
      const name = `c${String(n).padStart(5, '0')}`;
      aggregates.addSpend(n % 2, aggregates.categories.idOf(name, name), 0, MONTH, 100 * n);
    }
    const population = new FrozenPopulation(table, aggregates, OPTIONS);
    const block = createBlock(population.frame, 3);
    population.openMany(0, 3, block);
    const { starts, spend, categories } = block.own;
    expect([...starts]).toEqual([0, many / 2, many, many]);
    expect([spend[many / 2 - 1], spend[many - 1]]).toEqual([many - 2, many - 1]);
    expect(categories.subarray(0, 3)).toEqual(Int32Array.of(2, 4, 6));
  });

  it('is as large as is worked on best: an odd number, smaller where clients are larger', () => {
    const { frame } = populationOf([]);
    const long = { ...frame, months: Array.from({ length: 5000 }, (_, i) => MONTH + i) };
    const { stride } = createLargeBlock(frame);
    expect(stride % 2).toBe(1);
    expect(stride).toBeGreaterThan(createLargeBlock(long).stride);
    expect(createLargeBlock(long).stride).toBe(15);
  });
});
