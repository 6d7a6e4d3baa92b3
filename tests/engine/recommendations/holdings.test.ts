import { describe, expect, it } from 'vitest';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import { createScoreRow } from '../../../src/engine/benefits/score-row.ts';
import { holdingsOfList, holdingsOfRows } from '../../../src/engine/recommendations/holdings.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const catalogue = catalogueOf([product('one'), product('two'), product('three')]);
const ledger = drawLedger(`
  product  Two
  product  Unheard of
  type     ONE
  Такси    1000
`);

describe('holdings', () => {
  it('of rows are the products that their product column names', () => {
    expect(holdingsOfRows(catalogue, ledger.frame)(ledger)).toEqual([1]);
  });

  it('of a list are by code of client and by name or code of product', () => {
    const held = holdingsOfList([
      ['1', 'THREE'],
      ['1', 'one'],
      ['1', 'elsewhere'],
      ['2', 'two'],
    ])(catalogue, ledger.frame);
    expect(held(ledger)).toEqual([2, 0]);
    expect(held({ ...ledger, code: '3' })).toEqual([]);
  });

  it('make a product ineligible, in scores, in imagined ones and in the explanation', () => {
    const scorer = new Scorer(catalogue, ledger.frame, null, () => [1]);
    const row = createScoreRow(3);
    scorer.score(ledger, row);
    expect([...row.eligible]).toEqual([1, 0, 1]);
    scorer.imagine(0, 5, row);
    expect([...row.eligible]).toEqual([1, 0, 1]);
    expect(scorer.explain(ledger).map(({ held, eligible }) => [held, eligible])).toEqual([
      [undefined, true],
      [true, false],
      [undefined, true],
    ]);
  });
});
