import { describe, expect, it } from 'vitest';
import type { BenefitPart } from '../../../src/engine/benefits/benefit-part.ts';
import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import { ClientTotals } from '../../../src/engine/benefits/client-totals.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import { factReader } from '../../../src/engine/texts/fact-reader.ts';
import type { FactSource } from '../../../src/engine/texts/fact-source.ts';
import type { TextFacts } from '../../../src/engine/texts/facts.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { smallPack } from './small-pack.ts';

const JUNE = 2025 * 12 + 5;

const travel: BenefitPart = {
  kind: 'cashback',
  cap: 10_000,
  lines: [{ of: { metric: 'spend', group: 'travel' }, rate: 0.04 }],
};

const PRODUCT: CatalogueProduct = {
  code: 'travel-card',
  name: 'Карта',
  family: 'money',
  lane: 'value',
  gates: [],
  signals: [],
  benefit: [travel],
  terms: { rate: 0.04, cap: 10_000 },
};

interface Wish {
  readonly product?: Partial<CatalogueProduct>;
  readonly groups?: Catalogue['groups'];
  readonly source?: FactSource;
  readonly dated?: boolean;
  readonly name?: string;
}

const factsOf = (picture: string, wish: Wish = {}): TextFacts => {
  const ledger = drawLedger(picture, { dated: wish.dated ?? true });
  ledger.name = wish.name ?? 'Сая';
  const product = { ...PRODUCT, ...wish.product };
  const groups = { ...standard.groups, ...wish.groups };
  const catalogue: Catalogue = { ...standard, groups, products: [product] };
  const totals = new ClientTotals(ledger.frame, ledger);
  totals.read(ledger);
  const [evaluation] = new Scorer(catalogue, ledger.frame, null).explain(ledger);
  const { frame } = ledger;
  return factReader(catalogue, product, wish.source ?? {}, frame, smallPack())(totals, evaluation);
};

const TRIPS = `
  Такси        1000    20000   3000
  Отели        -       40000   45000
  Кино         500     500     500
`;

describe('the best month', () => {
  it('is the one with the largest spend on what the product pays for, with sum and gain of its own', () => {
    expect(factsOf(TRIPS)).toMatchObject({ month: JUNE + 1, sum: 60_000, gain: 2400 });
  });

  it('is the later of two equal ones', () => {
    expect(factsOf('Такси  500  500  -')).toMatchObject({ month: JUNE + 1 });
  });

  it('counts refunds off, and months of refunds not at all', () => {
    const facts = factsOf(`
      Такси  90000   500  -70000
      Отели  -80000  -    -
    `);
    expect(facts).toMatchObject({ month: JUNE, sum: 10_000, places: ['Такси'] });
    expect(factsOf('Такси  -5  -7  -9')).toMatchObject({ month: null, sum: 0, gain: 0 });
    expect(factsOf('Такси  0.4  0.3  0.2')).toMatchObject({ month: null, sum: 0 });
  });

  it('is not named without dates', () => {
    const facts = factsOf(TRIPS, { dated: false });
    expect(facts).toMatchObject({ month: null, sum: 0, gain: 0, period: 0 });
    expect(facts).toMatchObject({ usual: 36_300, benefit: 1500 });
    expect(facts.places).toEqual(['Отели', 'Такси']);
  });

  it('is not named for a product that pays for no particular categories', () => {
    const benefit = [{ ...travel, lines: [{ of: { metric: 'spend' }, rate: 0.04 }] }];
    expect(factsOf(TRIPS, { product: { benefit } })).toMatchObject({
      month: null,
      sum: 0,
      usual: 0,
    });
  });
});

describe('the gain', () => {
  it('gives way to `topped` over the cap', () => {
    expect(factsOf('Такси  1000  250001  -')).toMatchObject({ gain: 0, topped: true });
    expect(factsOf('Такси  1000  250000  -')).toMatchObject({ gain: 10_000, topped: false });
  });

  it('is unlimited without a cap', () => {
    const benefit: BenefitPart[] = [{ kind: 'formula', lines: travel.lines }];
    expect(factsOf('Такси  1000000000000', { product: { benefit } }).gain).toBe(4e10);
  });

  it.each<[string, Partial<CatalogueProduct>]>([
    ['another rate is printed', { terms: { rate: 0.1 } }],
    ['there is a fee', { monthlyFee: 1 }],
    ['there are two parts', { benefit: [travel, { ...travel, kind: 'saving' }] }],
    ['it is interest', { benefit: [{ ...travel, kind: 'interest' }] }],
    [
      'there are two lines',
      {
        benefit: [
          { ...travel, lines: [...travel.lines, { of: { metric: 'balance' }, rate: 0.1 }] },
        ],
      },
    ],
    [
      'the rate has steps',
      {
        benefit: [
          {
            ...travel,
            lines: [
              {
                of: { metric: 'spend', group: 'travel' },
                by: { metric: 'balance' },
                steps: [{ from: 0, rate: 0.04 }],
              },
            ],
          },
        ],
      },
    ],
    ['it is a risk', { family: 'risk' }],
    ['it is a debt', { family: 'credit' }],
  ])('and the usual spend are not named when %s', (_, product) => {
    expect(factsOf(TRIPS, { product })).toMatchObject({ gain: 0, topped: false, usual: 0 });
  });

  it('and the usual spend are not named when cashback is earned already', () => {
    const facts = factsOf(`${TRIPS}  cashback_in  300  300  300`);
    expect(facts).toMatchObject({ gain: 0, usual: 0, sum: 60_000, benefit: 1200, earned: true });
    expect(factsOf(TRIPS).earned).toBe(false);
  });
});

describe('the usual month', () => {
  it('stands next to the benefit only when rate × spend gives it', () => {
    expect(factsOf(TRIPS)).toMatchObject({ usual: 36_300, benefit: 1500 });
    expect(factsOf('Такси  900000  900000  -')).toMatchObject({ usual: 0, benefit: 10_000 });
  });

  it('has no benefit for risk, debt and lanes of evidence', () => {
    for (const product of [{ family: 'risk' }, { family: 'credit' }, { lane: 'need' }] as const) {
      expect(factsOf(TRIPS, { product }).benefit).toBe(0);
    }
  });

  it('has none that rounds to nothing', () => {
    expect(factsOf('Такси  100  100  100').benefit).toBe(0);
  });
});

describe('categories', () => {
  const everything = {
    benefit: [{ ...travel, lines: [{ of: { metric: 'topSpend' }, rate: 0.03 }] }],
  };

  it('are the favourite ones of the product, in order', () => {
    expect(factsOf(TRIPS).cats).toEqual(['Отели', 'Такси']);
    expect(factsOf(TRIPS, { product: everything })).toMatchObject({
      cats: ['Отели', 'Такси', 'Кино'],
      top3: true,
    });
  });

  it('leave out what has no name in the language, and then are not the top three', () => {
    const facts = factsOf(`${TRIPS}  Медицина  9  9  9\n  ?СРОЧНО  90000  -  -`, {
      product: everything,
    });
    expect(facts).toMatchObject({ cats: ['Отели', 'Такси'], top3: false });
  });

  it('are not the top three either when larger ones are left out of the product', () => {
    const benefit = [
      { ...travel, lines: [{ of: { metric: 'topSpend', without: 'travel' }, rate: 0.03 }] },
    ];
    const groups = { travel: ['Путешествия'] };
    const picture = `${TRIPS}  Путешествия  900000  -  -`;
    expect(factsOf(picture, { product: { benefit }, groups })).toMatchObject({
      cats: ['Отели', 'Такси', 'Кино'],
      top3: false,
    });
  });

  it('are none where refunds eat the spend', () => {
    expect(factsOf('Кино  -5  -  -', { product: everything }).cats).toEqual([]);
  });

  it('are not listed as places when one of them is in no vocabulary', () => {
    const groups = { travel: ['Такси', '?Дирижабль'] };
    const facts = factsOf('Такси  1000  -  -\n?Дирижабль  500  -  -', { groups });
    expect(facts).toMatchObject({ sum: 1500, places: [] });
  });
});

describe('counts', () => {
  const picture = `
    Такси            100/3   200/2   -
    Кино             100/9   -       -
    Питомцы          -50     -       -
    USD Отели        -       300/4   -
    EUR Путешествия  -       900/1   -
    p2p_out          100/2   100/3   100/4
    atm_withdrawal   100     -       -
  `;
  const n = (source: FactSource): number => factsOf(picture, { source }).n;

  it.each<[FactSource, number]>([
    [{}, 0],
    [{ count: { of: 'transfers', types: ['p2p_out', 'atm_withdrawal'] } }, 10],
    [{ count: { of: 'purchases' } }, 10],
    [{ count: { of: 'categories' } }, 4],
    [{ count: { of: 'currency' } }, 4],
    [{ count: { of: 'categories' }, atLeast: 5 }, 0],
    [{ count: { of: 'transfers', types: ['atm_withdrawal'] } }, 0],
    [{ count: { of: 'transfers', types: ['atm_withdrawal'] }, atLeast: 1 }, 1],
  ])('%j', (source, count) => {
    expect(n(source)).toBe(count);
  });

  it('name the leading currency that has a name', () => {
    expect(factsOf(picture).currency).toBe('USD');
    const source: FactSource = { count: { of: 'currency' } };
    expect(factsOf('EUR Отели  300/4  -  -', { source })).toMatchObject({ currency: '', n: 0 });
  });
});

it('tells the young and the length of the period', () => {
  expect(factsOf('age  29')).toMatchObject({ young: true, period: 3 });
  expect(factsOf('age  30')).toMatchObject({ young: false });
  expect(factsOf('Кино  1')).toMatchObject({ young: false, name: 'Сая' });
  expect(factsOf('Кино  1', { name: '-' }).name).toBe('');
});
