import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ClientTotals } from '../../../src/engine/benefits/client-totals.ts';
import type { MetricRef } from '../../../src/engine/benefits/metric-ref.ts';
import { metricKey } from '../../../src/engine/benefits/metric-ref.ts';
import { MetricScope } from '../../../src/engine/benefits/metric-scope.ts';
import { MetricSet } from '../../../src/engine/benefits/metric-set.ts';
import { METRICS } from '../../../src/engine/benefits/metrics.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import type { DrawOptions } from '../../fixtures/draw-ledger.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';

const catalogue = {
  ...standard,
  groups: { ...standard.groups, odd: ['?Хобби', 'Книги'], moon: ['Луна'] },
};

const measure = (ref: MetricRef, ledger: Ledger): number => {
  const set = new MetricSet(new MetricScope(ledger.frame, catalogue));
  const slot = set.slot(ref);
  const totals = new ClientTotals(ledger.frame, ledger);
  totals.read(ledger);
  set.read(totals.block);
  return set.answers.values[slot];
};

const PICTURE = `
  balance            900000
  age                34
  status             Студент
  product            Кредитная карта
  type               atm_withdrawal
  Продукты питания   60000/6     60000/6    30000/3
  Такси              10000/5     20000/10   -
  Отели              -           45000      -
  Книги              -           -          15000/3
  ?Хобби             3000        -          3000
  USD Кино           6000/2      -          18000/4
  EUR Авто           -           -          30000
  salary_in          200000/2    200000/2   200000/2
  cashback_in        600         -          300
  card_in            -           50000      -
  p2p_out            30000/3     20000/2    25000/1
  loan_payment_out   40000       40000      40000
  fx_buy             -           90000      -
`;
// Months: 79 000 + 125 000 + 96 000 = 300 000 a quarter, 100 000 a month.

const P2P = ['p2p_out'];
const cases: readonly [string, Omit<MetricRef, 'metric'>, number][] = [
  ['spend', {}, 100_000],
  ['spend', { group: 'travel' }, 25_000],
  ['spend', { group: 'odd' }, 7_000],
  ['spend', { group: 'moon' }, 0],
  ['spendOutside', { group: 'travel' }, 75_000],
  ['spendShare', { group: 'travel' }, 0.25],
  ['spendShare', { group: 'odd' }, 0.07],
  ['purchases', {}, 43],
  ['purchases', { group: 'trips' }, 1],
  ['purchases', { group: 'odd' }, 5],
  ['purchaseShare', { group: 'taxi' }, 15 / 43],
  ['spendMonths', { group: 'travel' }, 2],
  ['spendMonths', { group: 'odd' }, 2],
  ['volatility', {}, Math.sqrt((21 ** 2 + 25 ** 2 + 4 ** 2) / 3) / 100],
  ['topSpend', {}, (150_000 + 45_000 + 30_000) / 3],
  ['topSpend', { without: 'travel' }, (150_000 + 30_000 + 24_000) / 3],
  ['topSpend', { withoutSpecialists: true }, (150_000 + 30_000 + 15_000) / 3],
  ['topSpend', { without: 'odd', withoutSpecialists: true }, (150_000 + 30_000) / 3],
  ['topShare', {}, 0.75],
  // Food leads in all months, hotels in the second, taxi (equal with cars, first in the list) overall.
  ['topStability', {}, (1 + 2 + 2) / 9],
  ['categories', {}, 7],
  ['foreignSpend', {}, 18_000],
  ['foreignShare', {}, 0.18],
  ['foreignPurchases', {}, 7],
  ['foreignMonths', {}, 2],
  ['foreignSeen', {}, 1],
  ['transfers', { types: P2P }, 25_000],
  ['transfers', { types: [...P2P, 'fx_buy', 'no such type', 'p2p_out'] }, 55_000],
  ['transferCount', { types: P2P }, 6],
  ['transferCountShare', { types: P2P }, 6 / 19],
  ['transfersToSpend', { types: P2P }, 0.25],
  ['transferMonths', { types: ['fx_buy'] }, 1],
  ['transferMean', { types: P2P }, 12_500],
  ['transferEvenness', { types: P2P }, 2 / 3],
  ['transferEvenness', { types: ['fx_buy'] }, 0],
  ['inflow', {}, 650_900 / 3],
  ['outflow', {}, (75_000 + 120_000 + 90_000) / 3],
  ['income', {}, 200_000],
  ['incomeMonths', {}, 3],
  ['debtLoad', {}, 0.2],
  ['worstGap', { types: P2P }, (125_000 + 20_000 - 200_000) / 200_000],
  ['gapJump', { types: P2P }, (-55 - (-91 - 79) / 2) / 200],
  ['savedShare', { types: P2P }, 0.375],
  ['cashbackEarned', {}, 300],
  ['balance', {}, 900_000],
  ['freeBalance', {}, 700_000],
  ['balanceToSpend', {}, 9],
  ['age', {}, 34],
  ['monthsActive', {}, 3],
  ['operations', {}, 62],
  ['statusIs', { texts: ['Студент'] }, 1],
  ['statusIs', { texts: ['студент', 'VIP'] }, 0],
  ['productSeen', { texts: ['Кредит'] }, 1],
  ['productSeen', { texts: ['кредит', 'atm'] }, 0],
  ['typeSeen', { texts: ['p2p', 'atm'] }, 1],
  ['typeSeen', { texts: ['Кредит'] }, 0],
];

describe('METRICS', () => {
  it.each(cases)('%s %j = %d', (metric, parameters, value) => {
    expect(measure({ metric, ...parameters }, drawLedger(PICTURE))).toBeCloseTo(value, 10);
  });

  it('asks about nothing when a parameter is forgotten or names nothing', () => {
    const ledger = drawLedger(PICTURE);
    for (const metric of ['spendShare', 'transfers', 'statusIs', 'productSeen', 'worstGap']) {
      const value = measure({ metric }, ledger);
      expect(value, metric).toBe(measure({ metric, group: 'none', types: [], texts: [] }, ledger));
    }
    expect(measure({ metric: 'spendShare', group: 'none' }, ledger)).toBe(0);
    expect(measure({ metric: 'savedShare' }, ledger)).toBe(0.5);
  });

  it('tells one unknown category from another', () => {
    const ledger = drawLedger('?Зоопарк  900/3  -  -\n?Хобби  300  -  -\nКниги  300  -  -');
    expect(measure({ metric: 'spend', group: 'odd' }, ledger)).toBe(200);
    expect(measure({ metric: 'purchases', group: 'odd' }, ledger)).toBe(2);
    expect(measure({ metric: 'spendMonths', group: 'odd' }, ledger)).toBe(1);
  });

  it('has a case here for every metric', () => {
    expect(new Set(cases.map(([metric]) => metric))).toEqual(new Set(METRICS.keys()));
  });

  it('counts for a quarter and sums for a month, whatever the period', () => {
    const half = { periodMonths: 6 };
    const of = (metric: string, parameters = {}): number =>
      measure({ metric, ...parameters }, drawLedger(PICTURE, half));
    expect(of('spend')).toBe(50_000);
    expect(of('purchases')).toBe(21.5);
    expect(of('transferCount', { types: P2P })).toBe(3);
    expect(of('freeBalance')).toBe(800_000);
    expect(of('operations')).toBe(62);
  });
});

/** A client of whom next to nothing is known. */
const unknowns = (options: DrawOptions): string[] => {
  const ledger = drawLedger('balance  100', options);
  const parameters = { group: 'travel', types: P2P, texts: ['x'] };
  return [...METRICS.keys()].filter((metric) =>
    Number.isNaN(measure({ metric, ...parameters }, ledger)),
  );
};

describe('what cannot be known is NaN', () => {
  const always = [
    ...['spendShare', 'purchaseShare', 'volatility', 'topShare', 'topStability', 'foreignShare'],
    ...['transferCountShare', 'transfersToSpend', 'transferMean', 'transferEvenness', 'income'],
    ...['debtLoad', 'worstGap', 'gapJump', 'savedShare', 'balanceToSpend', 'age'],
  ];

  it('with dates: shares of nothing, income, age', () => {
    expect(unknowns({})).toEqual([...METRICS.keys()].filter((name) => always.includes(name)));
  });

  it('without dates: months too', () => {
    const monthly = ['spendMonths', 'foreignMonths', 'transferMonths', 'incomeMonths'];
    expect(unknowns({ dated: false })).toEqual(
      [...METRICS.keys()].filter((name) => [...always, ...monthly].includes(name)),
    );
  });

  it('without dates even when there is plenty: nothing compares months', () => {
    const ledger = drawLedger(PICTURE, { dated: false });
    for (const metric of [
      'volatility',
      'topStability',
      'worstGap',
      'gapJump',
      'transferEvenness',
    ]) {
      expect(measure({ metric, types: P2P }, ledger), metric).toBeNaN();
    }
    expect(measure({ metric: 'monthsActive' }, ledger)).toBe(3);
    expect(measure({ metric: 'monthsActive' }, drawLedger('balance  1', { dated: false }))).toBe(0);
    expect(measure({ metric: 'spend' }, ledger)).toBe(100_000);
  });
});

describe('freeBalance', () => {
  it('is never less than nothing', () => {
    const ledger = drawLedger('balance  100\nКниги  300  -  -');
    expect(measure({ metric: 'freeBalance' }, ledger)).toBe(0);
  });
});

describe('monthsActive', () => {
  it('counts a month with transfers only, and one where everything was refunded in part', () => {
    const ledger = drawLedger(`
      Книги      -      -500    -
      p2p_out    -      -       100
    `);
    expect(measure({ metric: 'monthsActive' }, ledger)).toBe(2);
  });
});

describe('top categories', () => {
  it('have no place for what was never bought, but one for what was refunded', () => {
    const ledger = drawLedger(`
      Книги      900    -      -
      Цветы      -300   -      -
    `);
    expect(measure({ metric: 'topSpend' }, ledger)).toBe(200);
    expect(measure({ metric: 'topStability' }, ledger)).toBeCloseTo(1 / 6, 12);
  });

  it('let an unknown category win', () => {
    const ledger = drawLedger(`
      Книги      300    -      -
      ?Зоопарк   9000   -      -
      ?Хобби     600    -      -
      Цветы      3000   -      -
    `);
    expect(measure({ metric: 'topSpend' }, ledger)).toBe(4_200);
  });

  it('stay the first in the list when equal', () => {
    const ledger = drawLedger(`
      Такси      300    -      -
      Книги      300    -      -
      Цветы      300    -      -
      АЗС        300    -      -
    `);
    expect(measure({ metric: 'topSpend', without: 'taxi' }, ledger)).toBe(300);
    expect(measure({ metric: 'topSpend' }, ledger)).toBe(300);
  });
});

describe('MetricSet', () => {
  it('computes the same metric once and refuses an unknown one', () => {
    const set = new MetricSet(new MetricScope(drawLedger('age  1').frame, catalogue));
    expect(set.slot({ metric: 'spend', group: 'travel' })).toBe(0);
    expect(set.slot({ metric: 'spend' })).toBe(1);
    expect(set.slot({ group: 'travel', metric: 'spend' })).toBe(0);
    expect(() => set.slot({ metric: 'luck' })).toThrow('"luck"');
    expect(metricKey({ metric: 'a', types: ['x'] })).not.toBe(
      metricKey({ metric: 'a', texts: ['x'] }),
    );
  });

  it('makes room for any number of unknown categories', () => {
    const many = Array.from({ length: 40 }, (_, i) => `?${i}  100  -  -`).join('\n');
    expect(measure({ metric: 'spend' }, drawLedger(many))).toBeCloseTo(4_000 / 3, 10);
    expect(measure({ metric: 'categories' }, drawLedger(many))).toBe(40);
  });
});

describe('METRICS.md', () => {
  it('lists every metric as it is', () => {
    const path = join(import.meta.dirname, '../../../src/engine/benefits/METRICS.md');
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^\| [a-z]+[A-Z]?\w* +\|/.test(line) && !line.startsWith('| metric '))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const expected = [...METRICS].map(([name, { required, optional, unit, meaning }]) => {
      const parameters = [...required, ...optional.map((parameter) => `[${parameter}]`)];
      return [name, parameters.join(', '), unit, meaning];
    });
    expect(rows).toEqual(expected);
  });
});
