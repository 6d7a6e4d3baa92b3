import { expect, it } from 'vitest';
import { nearestRival } from '../../../src/app/components/client/nearest-rival.ts';
import type { ProductEvaluation } from '../../../src/engine/benefits/evaluation.ts';

/** product, eligible, benefit, fit */
const evaluations = (...rows: [number, boolean, number | null, number][]): ProductEvaluation[] =>
  rows.map(([product, eligible, benefit, fit]) => ({
    product,
    eligible,
    benefit,
    fit,
    expected: benefit === null ? null : benefit * fit,
    gates: [],
    signals: [],
    lines: [],
  }));

it('names the product that the least growth of fit would put first', () => {
  const rows = evaluations([0, true, 1000, 0.8], [1, true, 1600, 0.1], [2, true, 1000, 0.7]);
  expect(nearestRival(rows, 0)).toEqual({ product: 2, fit: 0.7, needed: 0.8 });
});

it('names nobody when even a full fit would not do', () => {
  const rows = evaluations([0, true, 1000, 0.8], [1, true, 800, 0.1], [2, false, 9000, 0.5]);
  expect(nearestRival(rows, 0)).toBeNull();
});

it('leaves out products without a figure, and those held back by their group', () => {
  const rows = evaluations([0, true, 1000, 0.5], [1, true, null, 0.9], [2, true, 1000, 0.9]);
  expect(nearestRival(rows, 0)).toBeNull();
  expect(nearestRival(rows, 1)).toBeNull();
});
