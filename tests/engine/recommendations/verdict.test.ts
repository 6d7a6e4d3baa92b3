import { describe, expect, it } from 'vitest';
import type { CatalogueProduct, Signal } from '../../../src/engine/benefits/catalogue.ts';
import { metricKey } from '../../../src/engine/benefits/metric-ref.ts';
import { createScoreRow } from '../../../src/engine/benefits/score-row.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import { createRankRow } from '../../../src/engine/recommendations/rank-row.ts';
import { Ranker } from '../../../src/engine/recommendations/ranker.ts';
import { Judge } from '../../../src/engine/recommendations/verdict.ts';
import type { Verdict } from '../../../src/engine/recommendations/verdict.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { readPopulation } from '../../fixtures/read-population.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const judge = (products: readonly CatalogueProduct[], picture: string): Verdict => {
  const ledger = drawLedger(picture);
  const catalogue = catalogueOf(products);
  return new Judge(new Scorer(catalogue, ledger.frame, null), new Ranker(catalogue)).judge(ledger);
};

const worth = (metric: string, rate: number, own: Partial<CatalogueProduct> = {}) => ({
  ...own,
  benefit: [{ kind: 'formula', lines: [{ of: { metric }, rate }] }] as const,
});
const lead = (...signals: Signal[]): Partial<CatalogueProduct> => ({
  family: 'risk',
  lane: 'behaviour',
  leadAt: 0.5,
  benefit: [],
  signals,
});
const gold: Signal = {
  metric: 'transferCount',
  types: ['gold_buy_out'],
  from: 0,
  to: 10,
  weight: 1,
};

const PICTURE = `
  balance       200000
  age           40
  Книги         30000    30000    30000
  gold_buy_out  1000/2   1000/2   1000/2
`;

describe('margin', () => {
  it('of value over value is tenge of expected benefit', () => {
    const { margin } = judge(
      [product('a', worth('spend', 0.1)), product('b', worth('balance', 0.01))],
      PICTURE,
    );
    expect(margin).toEqual({ over: 1, measure: 'tenge', amount: 1000 });
  });

  it('of value over the rest is all of it', () => {
    const { margin } = judge(
      [product('a', worth('foreignSpend', 0.1)), product('b', worth('spend', 0.01))],
      PICTURE,
    );
    expect(margin).toEqual({ over: 0, measure: 'tenge', amount: 300 });
  });

  it('of who leads by behaviour is fit above the bar, or above the other who does', () => {
    const sure = lead(gold);
    const less = lead({ ...gold, weight: 0.8 });
    const fit = 0.6 * 0.6 * (3 - 1.2);
    const value = product('value', worth('spend', 0.1));
    expect(judge([value, product('gold', sure)], PICTURE).margin).toMatchObject({
      over: 0,
      measure: 'lead',
      amount: expect.closeTo(fit - 0.5, 10) as number,
    });
    expect(judge([product('gold', sure), product('more', less)], PICTURE).margin).toMatchObject({
      over: 1,
      measure: 'fit',
      amount: expect.closeTo(0.2 * fit, 10) as number,
    });
  });

  it('of one product alone is none', () => {
    expect(judge([product('a')], PICTURE)).toEqual({ margin: null, flip: null, behind: [null] });
  });
});

describe('behind', () => {
  it('is the product of its group that goes ahead of an eligible one', () => {
    const [a, b, c, alone] = ['a', 'b', 'c', 'd'].map((code) => product(code));
    const group = { exclusive: 'deposit' };
    const doubt: Signal = { metric: 'balance', from: 0, to: 400_000, weight: 1 };
    const closed = { gates: [{ metric: 'balance', min: 1e9 }] };
    const { behind } = judge(
      [
        { ...a, ...group, signals: [doubt] },
        { ...b, ...group },
        { ...c, ...group, ...closed },
        alone,
      ],
      PICTURE,
    );
    expect(behind).toEqual([1, null, null, null]);
  });
});

describe('flip', () => {
  it('is the least change of one number that makes another first', () => {
    const { flip } = judge(
      [product('a', worth('spend', 0.1)), product('b', worth('balance', 0.01))],
      PICTURE,
    );
    // 10 % of 30 000 against 1 % of 200 000: spend must fall by a third, the balance rise by half.
    expect(flip).toMatchObject({ metric: { metric: 'spend' }, from: 30_000, winner: 1 });
    expect(flip!.to).toBeLessThanOrEqual(20_000);
    expect(flip!.to).toBeGreaterThan(19_900);
  });

  it('goes by whole steps where halves do not exist', () => {
    const { flip } = judge(
      [product('value', worth('balance', 1)), product('gold', lead(gold))],
      PICTURE,
    );
    expect(flip).toEqual({
      metric: { metric: 'transferCount', types: ['gold_buy_out'] },
      from: 6,
      to: 4,
      winner: 0,
    });
  });

  it('starts from nothing in steps of the unit', () => {
    const { flip } = judge(
      [product('a', worth('spend', 0.01)), product('b', worth('foreignSpend', 0.02))],
      'Книги  300  -  -',
    );
    expect(flip).toMatchObject({ metric: { metric: 'foreignSpend' }, from: 0, winner: 1 });
    expect(flip!.to).toBeGreaterThan(50);
  });

  it('never goes beyond what can be: less than nothing, more than all, another age', () => {
    const grown = lead({ metric: 'age', from: 40, to: 50, weight: 1 });
    const all = lead({ metric: 'foreignShare', from: 1.2, to: 1.5, weight: 1 });
    const debt = lead({ metric: 'spend', from: -10, to: -20, weight: 1 });
    const value = product('value', worth('cashbackEarned', 0));
    expect(judge([value, product('x', grown)], PICTURE).flip).toBeNull();
    expect(judge([value, product('x', all)], PICTURE).flip).toBeNull();
    expect(judge([value, product('x', debt)], PICTURE).flip).toBeNull();
  });

  it('law: of demo clients, the change named makes the other first and half of it does not', () => {
    const population = readPopulation(demoFiles({ clients: 40, seed: 8 }), EXAMPLE_FX.rates);
    const ledger = createLedger(population.frame);
    for (const catalogue of catalogues) {
      const scorer = new Scorer(catalogue, population.frame, null);
      const ranker = new Ranker(catalogue);
      const row = createScoreRow(catalogue.products.length);
      const ranks = createRankRow();
      const winnerAt = (slot: number, value: number): number => {
        scorer.imagine(slot, value, row);
        ranker.rank(row, ranks);
        return ranks.product[0];
      };
      let found = 0;
      for (let client = 0; client < population.size; client++) {
        population.open(client, ledger);
        const { flip } = new Judge(scorer, ranker).judge(ledger);
        if (!flip) continue;
        found++;
        const slot = scorer.metrics.refs.findIndex(
          (ref) => metricKey(ref) === metricKey(flip.metric),
        );
        const now = winnerAt(slot, flip.from);
        expect(scorer.metrics.answers.values[slot]).toBe(flip.from);
        expect(winnerAt(slot, flip.to)).toBe(flip.winner);
        expect(flip.winner).not.toBe(now);
        // Counts go by whole steps, and no change smaller than a person would see is looked for:
        // half of either may already be past the turning point.
        const change = flip.to - flip.from;
        const isLeast = Math.abs(change) === 1 || (flip.from === 0 && Math.abs(change) < 50);
        const less = isLeast ? 0 : change / 2;
        expect(winnerAt(slot, flip.from + less)).toBe(now);
      }
      expect(found).toBeGreaterThan(20);
    }
  });
});
