import { describe, expect, it } from 'vitest';
import type { CatalogueProduct, Gate, Signal } from '../../../src/engine/benefits/catalogue.ts';
import type { ProductEvaluation } from '../../../src/engine/benefits/evaluation.ts';
import { Scorer } from '../../../src/engine/benefits/scorer.ts';
import { drawLedger } from '../../fixtures/draw-ledger.ts';
import { catalogueOf, product } from '../../fixtures/small-catalogue.ts';

const evaluate = (own: Partial<CatalogueProduct>, picture: string): ProductEvaluation => {
  const ledger = drawLedger(picture);
  return new Scorer(catalogueOf([product('one', own)]), ledger.frame, null).explain(ledger)[0];
};

describe('gates', () => {
  const adult: Gate = { metric: 'age', min: 18, max: 65 };
  const lenient: Gate = { metric: 'age', min: 18, unknown: 'pass' };
  const rich: Gate = {
    anyOf: [
      { metric: 'balance', min: 1000 },
      { metric: 'statusIs', texts: ['VIP'], min: 1 },
    ],
  };

  it.each([
    [adult, 'age  18', true],
    [adult, 'age  65', true],
    [adult, 'age  17', false],
    [adult, 'age  66', false],
    [adult, 'balance  5', false],
    [lenient, 'balance  5', true],
    [lenient, 'age  17', false],
    [{ metric: 'age', max: 30, unknown: 'fail' } as const, 'balance  5', false],
    [rich, 'balance  1000', true],
    [rich, 'status  VIP', true],
    [rich, 'status  vip', false],
  ])('%j on "%s": %s', (gate, picture, passed) => {
    const { eligible, gates } = evaluate({ gates: [gate] }, picture);
    expect(eligible).toBe(passed);
    expect(gates.map((result) => result.passed)).toEqual([passed]);
  });

  it('name the alternative that let the client by, or the first', () => {
    const of = (picture: string) => evaluate({ gates: [adult, rich] }, picture).gates[1];
    expect(of('status  VIP')).toEqual({
      index: 1,
      condition: 1,
      metric: 'statusIs',
      value: 1,
      passed: true,
    });
    expect(of('balance  9')).toMatchObject({ condition: 0, metric: 'balance', value: 9 });
  });

  it('must all pass', () => {
    expect(evaluate({ gates: [adult, rich] }, 'balance  1000').eligible).toBe(false);
  });
});

describe('fit', () => {
  /** A signal that is fully there: the balance is 100 in all these pictures. */
  const sure = (weight: number, role?: Signal['role']): Signal => ({
    metric: 'balance',
    from: 0,
    to: 100,
    weight,
    ...(role ? { role } : {}),
  });
  const fit = (...signals: Signal[]): number => evaluate({ signals }, 'balance  100').fit;

  it.each([
    ['nothing asked', [], 1],
    ['one piece of evidence', [sure(0.6)], 0.6],
    ['two take doubt from each other', [sure(0.6), sure(0.5)], 0.8],
    ['no order matters', [sure(0.5), sure(0.6)], 0.8],
    ['support alone fits everybody a little less than surely', [sure(0.5, 'support')], 1],
    ['support of evidence', [sure(0.6), sure(0.5, 'support')], 0.6 + 0.6 * 0.4 * 0.5],
    ['against', [sure(0.6), sure(0.5, 'against')], 0.3],
    ['only against', [sure(0.25, 'against')], 0.75],
    ['certainty needs no support', [sure(1), sure(0.5, 'support')], 1],
  ])('%s', (_, signals, expected) => {
    expect(fit(...signals)).toBeCloseTo(expected, 12);
  });

  it('is 0 without the evidence asked for, whatever supports it', () => {
    expect(fit({ ...sure(0.9), from: 200, to: 300 }, sure(0.9, 'support'))).toBe(0);
  });

  it('says what each signal adds: the fit less what it would be without it', () => {
    const { signals, fit: whole } = evaluate(
      { signals: [sure(0.6), sure(0.5), sure(0.5, 'support'), sure(0.25, 'against')] },
      'balance  100',
    );
    const without = [
      fit(sure(0.5), sure(0.5, 'support'), sure(0.25, 'against')),
      fit(sure(0.6), sure(0.5, 'support'), sure(0.25, 'against')),
      fit(sure(0.6), sure(0.5), sure(0.25, 'against')),
      fit(sure(0.6), sure(0.5), sure(0.5, 'support')),
    ];
    signals.forEach(({ part }, index) => {
      expect(part).toBeCloseTo(whole - without[index], 12);
    });
    expect(signals.map(({ part }) => Math.sign(part))).toEqual([1, 1, 1, -1]);
  });

  it('takes what is not known for no evidence', () => {
    const { fit: doubtful, signals } = evaluate(
      { signals: [{ metric: 'age', from: 10, to: 20, weight: 1 }] },
      'balance  1',
    );
    expect(doubtful).toBe(0);
    expect(signals).toEqual([
      {
        index: 0,
        metric: 'age',
        value: NaN,
        from: 10,
        to: 20,
        strength: 0,
        weight: 1,
        role: 'evidence',
        part: 0,
      },
    ]);
  });
});

describe('money', () => {
  const spend = { metric: 'spend' };
  const books = { metric: 'spend', group: 'books' };
  const PICTURE = `
    balance      5000000
    Книги        30000    30000    30000
    Цветы        70000    70000    70000
    cashback_in  400      400      400
  `;
  const of = (own: Partial<CatalogueProduct>) => {
    const { benefit, lines } = evaluate(own, PICTURE);
    return [benefit, ...lines.map(({ kind, amount }) => [kind, Math.round(amount * 100) / 100])];
  };

  it('cashback: rates, then the cap, then what is earned already', () => {
    const lines = [
      { of: spend, rate: 0.01 },
      { of: books, rate: 0.02 },
    ];
    expect(of({ benefit: [{ kind: 'cashback', lines }] })).toEqual([
      1200,
      ...[
        ['rate', 1000],
        ['rate', 600],
        ['earned', -400],
      ],
    ]);
    expect(of({ benefit: [{ kind: 'cashback', cap: 1500, lines }] })).toEqual([
      1100,
      ...[
        ['rate', 1000],
        ['rate', 600],
        ['cap', -100],
        ['earned', -400],
      ],
    ]);
  });

  it('cashback never goes below 0, and only cashback is lowered by what is earned', () => {
    const cashback = { kind: 'cashback', lines: [{ of: books, rate: 0.01 }] } as const;
    const saving = { kind: 'saving', lines: [{ of: spend, rate: 0.002 }] } as const;
    expect(of({ benefit: [cashback, saving] })).toEqual([
      200,
      ...[
        ['rate', 300],
        ['earned', -300],
        ['rate', 200],
      ],
    ]);
    expect(of({ benefit: [saving] })).toEqual([200, ['rate', 200]]);
  });

  it('a cap of one bracket does not touch another', () => {
    const capped = { kind: 'saving', cap: 50, lines: [{ of: spend, rate: 0.01 }] } as const;
    const free = { kind: 'formula', lines: [{ of: spend, rate: 0.01 }] } as const;
    expect(of({ benefit: [capped, free] })).toEqual([
      1050,
      ...[
        ['rate', 1000],
        ['cap', -950],
        ['rate', 1000],
      ],
    ]);
  });

  it('interest is a twelfth of the yearly rate', () => {
    const benefit = [
      { kind: 'interest', lines: [{ of: { metric: 'freeBalance' }, rate: 0.12 }] },
    ] as const;
    expect(of({ benefit })).toEqual([48_000, ['interest', 48_000]]);
  });

  it.each([
    [4_999_999, 0.01],
    [5_000_000, 0.02],
    [5_000_001, 0.02],
  ])('a tier from %d: rate %d', (from, rate) => {
    const steps = [
      { from: 0, rate: 0.01 },
      { from: 5_000_000, rate: 0.02 },
    ];
    const picture = PICTURE.replace('5000000', String(from));
    const benefit = [
      { kind: 'formula', lines: [{ of: spend, by: { metric: 'balance' }, steps }] },
    ] as const;
    expect(evaluate({ benefit }, picture)).toMatchObject({
      benefit: 100_000 * rate,
      lines: [{ kind: 'tier', part: 0, metric: 'spend', base: 100_000, rate }],
    });
  });

  it('no step reached, or nothing known to choose by: rate 0', () => {
    const benefit = (metric: string) =>
      [
        {
          kind: 'formula',
          lines: [{ of: spend, by: { metric }, steps: [{ from: 1e9, rate: 0.5 }] }],
        },
      ] as const;
    expect(of({ benefit: benefit('balance') })).toEqual([0, ['tier', 0]]);
    expect(of({ benefit: benefit('age') })).toEqual([0, ['tier', 0]]);
  });

  it('the fee comes last, and the whole never goes below 0', () => {
    expect(of({ monthlyFee: 300 })).toEqual([700, ['rate', 1000], ['fee', -300]]);
    expect(of({ monthlyFee: 3000 })).toEqual([0, ['rate', 1000], ['fee', -3000]]);
  });

  it('more refunds than purchases: 0', () => {
    const benefit = [{ kind: 'cashback', lines: [{ of: books, rate: 0.01 }] }] as const;
    const refunded = evaluate({ benefit }, 'Книги  -3000  -  -');
    expect(refunded.benefit).toBe(0);
    expect(refunded.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['rate', -10],
      ['earned', 10],
    ]);
    expect(evaluate({}, 'Книги  -3000  -  -').benefit).toBe(0);
  });

  it('need and behaviour products have no figure', () => {
    for (const lane of ['need', 'behaviour'] as const) {
      expect(evaluate({ lane, leadAt: 0.5, benefit: [] }, PICTURE)).toMatchObject({
        benefit: null,
        expected: null,
        lines: [],
      });
    }
  });
});
