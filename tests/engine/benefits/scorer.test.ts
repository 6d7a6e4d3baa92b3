import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import { createScoreRow, expectedOf } from '../../../src/engine/benefits/score-row.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import { RandomClient } from '../../../src/engine/recommendations/random-client.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';

const PICTURE = `
  balance            2500000
  age                34
  status             Премиальный клиент
  product            Кредитная карта
  type               atm_withdrawal
  Такси              12000/8     9000/6     15000.55/9
  Отели              -           90000      45000
  Путешествия        -           -          220000
  Кафе и рестораны   40000/9     52000/11   47000/10
  Играем дома        4000        -          8000
  USD Косметика и Парфюмерия  27000  -      54000
  ?Зоопарк           -           700000     -
  salary_in          400000      400000     400000
  cashback_in        1200        900        1500
  atm_withdrawal     100000/3    -          50000
  p2p_out            20000/4     30000/5    10000
`;

const expectSame = (catalogue: Catalogue, ledger: Ledger): void => {
  const scorer = new Scorer(catalogue, ledger.frame, null);
  const row = createScoreRow(catalogue.products.length);
  scorer.score(ledger, row);
  const evaluations = scorer.explain(ledger);
  expect(evaluations.map(({ product }) => product)).toEqual([...catalogue.products.keys()]);
  for (const { product, benefit, fit, eligible, expected, gates, lines } of evaluations) {
    expect(benefit ?? NaN).toBe(row.benefit[product]);
    expect(fit).toBe(row.fit[product]);
    expect(fit >= 0 && fit <= 1).toBe(true);
    expect(eligible).toBe(row.eligible[product] === 1);
    expect(gates.every(({ passed }) => passed)).toBe(eligible);
    expect(expected ?? NaN).toBe(expectedOf(row, product));
    const sum = lines.reduce((total, { amount }) => total + amount, 0);
    expect(Math.max(0, sum)).toBeCloseTo(benefit ?? 0, 4);
  }
};

describe.each(catalogues)('$id', (catalogue) => {
  it('explains exactly what it scores', () => {
    expectSame(catalogue, drawLedger(PICTURE));
    expectSame(catalogue, drawLedger(PICTURE, { dated: false }));
    expectSame(catalogue, drawLedger('balance  0'));
  });

  it('law: of anybody', () => {
    const statuses = ['Студент', 'Премиальный клиент', 'VIP'];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ledger = drawLedger('product  Кредит\ntype  atm');
        new RandomClient(seed).draw(ledger, statuses);
        expectSame(catalogue, ledger);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps nothing of the client before', () => {
    const [first, second] = [drawLedger(PICTURE), drawLedger('Книги  1000  -  -')];
    const scorer = new Scorer(catalogue, first.frame, null);
    const before = scorer.explain(first);
    scorer.explain(Object.assign(second, { frame: first.frame }));
    expect(scorer.explain(first)).toEqual(before);
  });
});
