import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';
import type { ScoreRow } from '../../../src/engine/benefits/score-row.ts';
import { createScoreRow, expectedOf } from '../../../src/engine/benefits/score-row.ts';
import { BLOCK, createRankRow } from '../../../src/engine/recommendations/rank-row.ts';
import { Ranker } from '../../../src/engine/recommendations/ranker.ts';
import { recommend } from '../../../src/engine/recommendations/recommend.ts';
import type { Recommendation } from '../../../src/engine/recommendations/recommendation.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const OWN: Readonly<Record<string, Partial<CatalogueProduct>>> = {
  value: {},
  deposit: { exclusive: 'deposit' },
  need: { family: 'credit', lane: 'need', leadAt: 0.6, benefit: [] },
  behaviour: { family: 'risk', lane: 'behaviour', leadAt: 0.6, benefit: [] },
};

/**
 * Products and one client's scores from a picture: code, kind, benefit, fit; `-` marks a product
 * without a figure, `!` one that fails a gate.
 */
const draw = (picture: string, rules: Partial<Catalogue['rules']> = {}): [Catalogue, ScoreRow] => {
  const rows = picture
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const catalogue = catalogueOf(
    rows.map(([code, kind]) => product(code, OWN[kind])),
    rules,
  );
  const row = createScoreRow(rows.length);
  row.months = 3;
  row.operations = 100;
  rows.forEach(([, , benefit, fit, failed], i) => {
    row.benefit[i] = benefit === '-' ? NaN : Number(benefit);
    row.fit[i] = Number(fit);
    row.eligible[i] = failed === '!' ? 0 : 1;
  });
  return [catalogue, row];
};

const rank = ([catalogue, row]: [Catalogue, ScoreRow]): Recommendation => {
  const ranks = createRankRow();
  new Ranker(catalogue).rank(row, ranks);
  return recommend(row, ranks);
};

const order = (picture: string): string => {
  const [catalogue, row] = draw(picture);
  return rank([catalogue, row])
    .top.map((ranked) => `${catalogue.products[ranked.product].code}:${ranked.leadBy}`)
    .join(' ');
};

describe('the order of ranks', () => {
  it('is need, behaviour, value by expected benefit, rest', () => {
    expect(
      order(`
        small   value      1000   0.5
        large   value      1000   0.9
        gold    behaviour  -      0.7
        loan    need       -      0.6
      `),
    ).toBe('loan:need gold:behaviour large:value small:value');
  });

  it('within need and behaviour is by fit', () => {
    expect(
      order(`
        gold    behaviour  -      0.7
        invest  behaviour  -      0.8
        loan    need       -      0.6
        house   need       -      0.9
      `),
    ).toBe('house:need loan:need invest:behaviour gold:behaviour');
  });

  it('lets need and behaviour lead only from their leadAt on', () => {
    expect(
      order(`
        gold    behaviour  -      0.59
        loan    need       -      0.5
        small   value      10     0.1
        none    value      0      0.7
      `),
    ).toBe('small:value none:rest gold:rest loan:rest');
  });

  it('keeps the best-fitting of a group, even where another is worth more', () => {
    expect(
      order(`
        card    value      1000   1
        rich    deposit    9000   0.4
        fit     deposit    2000   0.6
        poor    deposit    8000   0.2
      `),
    ).toBe('fit:value card:value rich:rest poor:rest');
  });

  it('keeps the one worth more of a group that fits alike, then the first', () => {
    expect(order('a deposit 10 0.5\nb deposit 20 0.5\nc deposit 20 0.5')).toBe(
      'b:value a:rest c:rest',
    );
  });

  it('chooses no member of a group that fails a gate', () => {
    expect(order('a deposit 10 0.9 !\nb deposit 20 0.5\nc deposit 20 0.4 !')).toBe(
      'b:value a:rest c:rest',
    );
  });

  it('breaks ties by catalogue order', () => {
    expect(order('a value 10 1\nb value 20 0.5\nc value 10 1')).toBe('a:value b:value c:value');
    expect(order('a value 0 0\nb value 0 0\nc need - 0\nd value 0 0\ne value 0 0')).toBe(
      'a:rest b:rest c:rest d:rest',
    );
  });

  it('fills up with the ineligible, and only then', () => {
    expect(
      order(`
        first   value      9000   1     !
        loan    need       -      1     !
        a       value      10     1
        b       value      0      0
      `),
    ).toBe('a:value b:rest first:rest loan:rest');
    expect(order('x value 9 1 !\na value 1 1\nb value 1 1\nc value 1 1\nd value 0 0')).toBe(
      'a:value b:value c:value d:rest',
    );
  });

  it('numbers the ranks and says what each is worth', () => {
    expect(rank(draw('a value 10 0.5\nb need - 0.7')).top).toEqual([
      {
        product: 1,
        rank: 1,
        leadBy: 'need',
        eligible: true,
        benefit: null,
        fit: 0.7,
        expected: null,
      },
      { product: 0, rank: 2, leadBy: 'value', eligible: true, benefit: 10, fit: 0.5, expected: 5 },
    ]);
  });
});

describe('what is offered', () => {
  const of = (
    picture: string,
    rules: Partial<Catalogue['rules']> = {},
    thin: Partial<ScoreRow> = {},
  ): Recommendation['noOffer'] => {
    const [catalogue, row] = draw(picture, rules);
    const { send, noOffer } = rank([catalogue, Object.assign(row, thin)]);
    expect(send).toBe(noOffer === null);
    return noOffer;
  };

  it.each([
    ['from the threshold on', 'a value 1000 0.5', null],
    ['under the threshold', 'a value 999 0.5', 'below-threshold'],
    ['need, whatever it is worth', 'a need - 0.6', null],
    ['behaviour, whatever it is worth', 'a behaviour - 0.6', null],
    ['a need that does not lead', 'a need - 0.5', 'below-threshold'],
    ['nothing that passes its gates', 'a value 9000 1 !\nb need - 1 !', 'nothing-eligible'],
  ] as const)('%s', (_, picture, noOffer) => {
    expect(of(picture)).toBe(noOffer);
  });

  it('nothing on thin data, with the reason', () => {
    expect(of('a value 9000 1', {}, { months: 1 })).toBe('few-months');
    expect(of('a need - 1', {}, { months: 1, operations: 5 })).toBe('few-months');
    expect(of('a value 9000 1', {}, { months: 2, operations: 29 })).toBe('few-operations');
    expect(of('a value 9000 1', {}, { months: 2, operations: 30 })).toBeNull();
    expect(
      of('a value 9000 1', { minMonths: 0, minOperations: 0 }, { months: 0, operations: 0 }),
    ).toBeNull();
  });

  it('nothing worth nothing, even without a threshold', () => {
    expect(of('a value 0.01 1', { offerThreshold: 0 })).toBeNull();
    expect(of('a value 0 1', { offerThreshold: 0 })).toBe('below-threshold');
  });
});

const scored = fc.array(
  fc.record({
    kind: fc.constantFrom('value', 'deposit', 'need', 'behaviour'),
    benefit: fc.constantFrom(0, 100, 499, 500, 7000),
    fit: fc.constantFrom(0, 0.3, 0.6, 0.9, 1),
    failed: fc.constantFrom('', '', '!'),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('laws of ranking', () => {
  it('every rank is a product of its own, blocks never go back, keys never rise within a block', () => {
    fc.assert(
      fc.property(scored, (products) => {
        const picture = products
          .map(({ kind, benefit, fit, failed }, i) => {
            const figure = kind === 'need' || kind === 'behaviour' ? '-' : benefit;
            return `p${i} ${kind} ${figure} ${fit} ${failed}`;
          })
          .join('\n');
        const [catalogue, row] = draw(picture);
        const ranks = createRankRow();
        new Ranker(catalogue).rank(row, ranks);
        const places = Array.from({ length: ranks.size }, (_, i) => i);
        expect(ranks.size).toBe(Math.min(4, products.length));
        expect(new Set(places.map((i) => ranks.product[i])).size).toBe(ranks.size);
        for (const i of places.slice(1)) {
          const [before, after] = [ranks.product[i - 1], ranks.product[i]];
          expect(ranks.block[i]).toBeGreaterThanOrEqual(ranks.block[i - 1]);
          if (ranks.block[i] !== ranks.block[i - 1]) continue;
          const key = (p: number): number =>
            ranks.block[i] === BLOCK.value ? expectedOf(row, p) : row.fit[p];
          expect(key(before)).toBeGreaterThanOrEqual(key(after));
          if (key(before) === key(after)) expect(before).toBeLessThan(after);
        }
        const leadingDeposits = places.filter(
          (i) => ranks.block[i] === BLOCK.value && products[ranks.product[i]].kind === 'deposit',
        );
        expect(leadingDeposits.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
