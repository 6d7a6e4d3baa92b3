import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import { CHUNK } from '../../../src/engine/benefits/chunk-reader.ts';
import { MetricColumns } from '../../../src/engine/benefits/metric-columns.ts';
import type { MetricRef } from '../../../src/engine/benefits/metric-ref.ts';
import { METRICS } from '../../../src/engine/benefits/metrics.ts';
import type { LedgerFrame } from '../../../src/engine/features/ledger.ts';
import type { Population } from '../../../src/engine/features/population.ts';
import { Advisor, type AdvisorOptions } from '../../../src/engine/recommendations/advisor.ts';
import { RandomClient } from '../../../src/engine/recommendations/random-client.ts';
import { NO_OFFER_REASONS, scoreAll } from '../../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { CATEGORIES, TRANSFER_TYPES } from '../../fixtures/domain-words.ts';
import { emptyLedger } from '../../fixtures/draw-ledger.ts';
import { populationOf } from '../../fixtures/population-of.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const FRAME: LedgerFrame = {
  months: [24305, 24306, 24307],
  dated: true,
  periodMonths: 3,
  categories: [...CATEGORIES, '?Зоопарк', '?Хобби'],
  knownCategories: CATEGORIES.length,
  transferTypes: TRANSFER_TYPES,
  currencies: ['KZT', 'USD'],
  traits: [
    { source: 'product', text: 'Кредит' },
    { source: 'type', text: 'atm' },
  ],
};

const crowd = (size: number, seed: number): Population => {
  const random = new RandomClient(seed);
  const ledgers = Array.from({ length: size }, (_, client) => {
    const ledger = { ...emptyLedger(FRAME), client, code: String(client) };
    random.draw(ledger, ['Студент', 'Премиальный клиент']);
    // Some buy in categories that nobody knows.
    ledger.categoryCount = FRAME.knownCategories + (client % 3);
    // Somebody has nothing at all, somebody no age.
    return client % 17 === 0 ? { ...emptyLedger(FRAME), client, code: String(client) } : ledger;
  });
  return populationOf(FRAME, ledgers);
};

/** What the columns say of everybody is to the last bit what the explanation of each says. */
const expectExplained = (
  population: Population,
  catalogue: Catalogue,
  options: AdvisorOptions = {},
): void => {
  const advisor = new Advisor(population, catalogue, options);
  const table = scoreAll(advisor, () => undefined);
  const explained = new Advisor(population, catalogue, { ...options, columns: undefined });
  for (let client = 0; client < population.size; client++) {
    const { top, noOffer } = explained.recommendation(client);
    const { spend } = explained.scores;
    const { benefit, expected, eligible } = explained.explain(client)[top[0].product];
    expect(table.product[client]).toBe(top[0].product);
    expect(table.benefit[client]).toBe(benefit ?? NaN);
    expect(table.expected[client]).toBe(expected ?? NaN);
    expect(table.spend[client]).toBe(spend);
    expect([null, ...NO_OFFER_REASONS][table.noOffer[client]]).toBe(noOffer);
    expect(top[0].eligible).toBe(eligible);
  }
};

const number = fc.oneof(
  fc.constantFrom(0, 0.5, 1, 3, 1000, 100_000),
  fc.double({ min: -10, max: 1e6, noNaN: true }),
);
const ref: fc.Arbitrary<MetricRef> = fc
  .record({
    metric: fc.constantFrom(...METRICS.keys()),
    group: fc.constantFrom('travel', 'books'),
    types: fc.subarray(TRANSFER_TYPES.map(({ name }) => name)),
    texts: fc.subarray(['Кредит', 'atm', 'Студент']),
    withoutSpecialists: fc.boolean(),
  })
  .map(({ metric, ...given }) => {
    const { required, optional } = METRICS.get(metric)!;
    const taken = [...required, ...optional].map((name) => [
      name,
      name === 'without' ? given.group : given[name],
    ]);
    return { metric, ...(Object.fromEntries(taken) as Partial<MetricRef>) };
  });
const condition = fc
  .tuple(ref, number, fc.boolean(), fc.boolean())
  .map(([asked, min, pass, most]) => ({
    ...asked,
    ...(most ? { max: min } : { min }),
    ...(pass ? { unknown: 'pass' as const } : {}),
  }));
const gate = fc.oneof(
  condition,
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
);
const signal = fc
  .record({
    asked: ref,
    from: number,
    to: number,
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    role: fc.constantFrom('evidence' as const, 'support' as const, 'against' as const),
    relative: fc.constantFrom(undefined, { from: 0.5, to: 2 }),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ asked, ...own }) => ({ ...asked, ...own }));
const rate = fc.double({ min: 0, max: 0.2, noNaN: true });
const term = fc.oneof(
  fc.record({ of: ref, rate }),
  fc.record({ of: ref, by: ref, steps: fc.tuple(rate, rate) }).map(({ of, by, steps }) => ({
    of,
    by,
    steps: steps.map((value, i) => ({ from: i * 1000, rate: value })),
  })),
);
const part = fc.record({
  kind: fc.constantFrom(
    'cashback' as const,
    'saving' as const,
    'interest' as const,
    'formula' as const,
  ),
  cap: fc.constantFrom(undefined, 500, 20_000),
  lines: fc.array(term, { minLength: 1, maxLength: 3 }),
});
const anyProduct = fc.record({
  lane: fc.constantFrom('value' as const, 'value' as const, 'need' as const, 'behaviour' as const),
  exclusive: fc.constantFrom(undefined, 'deposit'),
  specialist: fc.constantFrom(undefined, 'books'),
  gates: fc.array(gate, { maxLength: 3 }),
  signals: fc.array(signal, { maxLength: 4 }),
  benefit: fc.array(part, { maxLength: 3 }),
  monthlyFee: fc.constantFrom(undefined, 300),
});
const anyCatalogue = fc.array(anyProduct, { minLength: 1, maxLength: 6 }).map((made): Catalogue => {
  const products = made.map((own, i): CatalogueProduct =>
    product(`p${i}`, { ...own, leadAt: 0.4, benefit: own.lane === 'value' ? own.benefit : [] }),
  );
  const catalogue = catalogueOf(products, { minMonths: 1, minOperations: 5 });
  return { ...catalogue, groups: { ...catalogue.groups, travel: ['Такси', 'Отели', '?Хобби'] } };
});

describe('columns', () => {
  it('law: of any clients and any catalogue, say what the explanations say', () => {
    fc.assert(
      fc.property(fc.integer(), anyCatalogue, (seed, catalogue) => {
        expectExplained(crowd(40, seed), catalogue);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('law: answer another catalogue as if it had been the first', () => {
    const population = crowd(40, 7);
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (first, second) => {
        const columns = new MetricColumns(population);
        scoreAll(new Advisor(population, first, { columns }), () => undefined);
        expectExplained(population, second, { columns });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each(catalogues)('over several chunks with $id', (catalogue) => {
    expectExplained(crowd(CHUNK + 60, 3), catalogue);
  });

  it('leave out what is held', () => {
    const holdings = (): (() => readonly number[]) => () => [0, 2];
    expectExplained(crowd(60, 5), catalogues[0], { holdings });
  });

  it('of a group that means something else now are computed anew', () => {
    const population = crowd(50, 9);
    const columns = new MetricColumns(population);
    const [standard] = catalogues;
    scoreAll(new Advisor(population, standard, { columns }), () => undefined);
    const changed = { ...standard, groups: { ...standard.groups, travel: ['Авто', 'Такси'] } };
    expectExplained(population, changed, { columns });
    const flows = { ...standard.flows, income: ['card_in'] };
    expectExplained(population, { ...standard, flows }, { columns });
    const rules = { ...standard.rules, freeBalanceMonths: 3 };
    expectExplained(population, { ...standard, rules }, { columns });
  });

  it('of everybody are asked once', () => {
    let opened = 0;
    const population = crowd(50, 9);
    const counted: Population = {
      ...population,
      openMany: (first, clients, block) => {
        opened += clients;
        population.openMany(first, clients, block);
      },
    };
    const columns = new MetricColumns(counted);
    for (const rate of [0.01, 0.02]) {
      const worth = [{ kind: 'formula', lines: [{ of: { metric: 'spend' }, rate }] }] as const;
      const catalogue = catalogueOf([product('one', { benefit: worth })]);
      scoreAll(new Advisor(counted, catalogue, { columns }), () => undefined);
    }
    expect(opened).toBe(50);
  });
});
