import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../src/engine/benefits/histogram.ts';

const of = (values: readonly number[]): Histogram => {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
};

const value = fc.oneof(
  fc.double({ min: -1e6, max: 1e12, noNaN: true }),
  fc.constantFrom(0, -0, 1e-9, 1e13, 1e18, 0.5, 1, 2),
);

describe('Histogram', () => {
  it('knows quantiles to the width of a bucket, 3 %', () => {
    const histogram = of(Array.from({ length: 1000 }, (_, i) => 10 + i));
    for (const q of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      expect(Math.abs(histogram.quantile(q) / (10 + 1000 * q) - 1)).toBeLessThan(0.032);
    }
  });

  it('takes zero, less than zero and next to nothing for zero', () => {
    expect(of([-5, 0, 1e-30, 8]).quantile(0.5)).toBe(0);
    expect(of([-5, 8, 8, 8]).quantile(0.5)).toBeCloseTo(8, 0);
  });

  it('keeps the beyond within the last bucket', () => {
    expect(of([1e30, Infinity]).quantile(0.5)).toBeGreaterThan(1e13);
  });

  it('does not count the unknown, and knows nothing of nobody', () => {
    const histogram = of([NaN, NaN]);
    expect(histogram.size).toBe(0);
    expect(histogram.quantile(0.5)).toBeNaN();
  });

  it('law: merging, in any split and order, and JSON change nothing', () => {
    fc.assert(
      fc.property(fc.array(value), fc.nat(), (values, at) => {
        const cut = at % (values.length + 1);
        const whole = of(values);
        const merged = of(values.slice(cut).reverse());
        merged.merge(of(values.slice(0, cut)));
        const dump = JSON.stringify(whole.dump());
        expect(JSON.stringify(merged.dump())).toBe(dump);
        const back = Histogram.from(JSON.parse(dump) as ReturnType<Histogram['dump']>);
        expect(back.quantile(0.5)).toBe(merged.quantile(0.5));
        expect(back.size).toBe(values.length);
      }),
    );
  });

  it('law: quantiles never fall', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const histogram = of(values);
        const quantiles = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((q) => histogram.quantile(q));
        expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      }),
    );
  });
});
