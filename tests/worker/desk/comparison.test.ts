import { describe, expect, it } from 'vitest';
import type { ScoreTable } from '../../../src/engine/recommendations/score-table.ts';
import { compareResults } from '../../../src/worker/desk/comparison.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

/** Each letter is a client: their first product, lower-case when it is not offered. */
const result = (codes: string, offers: string) => {
  const expected = Float64Array.from(offers, (_, client) => client + 1);
  const scores: ScoreTable = {
    product: Uint8Array.from(offers, (letter) => codes.indexOf(letter.toLowerCase())),
    benefit: expected,
    expected,
    noOffer: Uint8Array.from(offers, (letter) => Number(letter !== letter.toUpperCase())),
    spend: expected,
  };
  return { catalogue: catalogueOf(Array.from(codes, (code) => product(code))), scores };
};

describe('compareResults', () => {
  it('counts who is offered something else, nothing any more, or something at last', () => {
    expect(compareResults(result('abc', 'AAAbc'), result('abc', 'ABBBc'))).toEqual({
      clients: 5,
      switched: 3,
      before: { offers: 3, expectedTotal: 6 },
      after: { offers: 4, expectedTotal: 10 },
      products: [
        { name: 'A', before: 3, after: 1 },
        { name: 'B', before: 1, after: 3 },
        { name: 'C', before: 1, after: 1 },
      ],
      switches: [
        { from: 'A', to: 'B', clients: 2 },
        { from: null, to: 'B', clients: 1 },
      ],
    });
  });

  it('tells products apart by code, whatever their place', () => {
    const { switched, products } = compareResults(result('abx', 'ABX'), result('cba', 'ABC'));
    expect(switched).toBe(1);
    expect(products).toEqual([
      { name: 'C', before: 0, after: 1 },
      { name: 'B', before: 1, after: 1 },
      { name: 'A', before: 1, after: 1 },
      { name: 'X', before: 1, after: 0 },
    ]);
  });

  it('leaves sums without a figure out', () => {
    const one = result('a', 'AA');
    one.scores.expected[1] = NaN;
    expect(compareResults(one, one).after).toEqual({ offers: 2, expectedTotal: 1 });
  });
});
