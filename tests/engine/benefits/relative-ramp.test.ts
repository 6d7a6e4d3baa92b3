import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../src/engine/benefits/histogram.ts';
import { rampStrength, resolveRamp } from '../../../src/engine/benefits/relative-ramp.ts';

const of = (...values: number[]): Histogram => {
  const histogram = new Histogram();
  for (const value of values) histogram.add(value);
  return histogram;
};

const signal = (from: number, to: number, relative?: { from: number; to: number }) => ({
  metric: 'spend',
  from,
  to,
  weight: 1,
  ...(relative ? { relative } : {}),
});

/** Median about 100, upper quartile about 200, lower quartile about 50. */
const crowd = of(
  ...Array<number>(20).fill(50),
  ...Array<number>(20).fill(100),
  ...Array<number>(20).fill(200),
);
const MORE = { from: 1, to: 3 };

describe('resolveRamp', () => {
  it('leaves an absolute signal alone, and any signal when nobody is there to compare with', () => {
    expect(resolveRamp(signal(1, 2), crowd)).toEqual({ from: 1, to: 2 });
    expect(resolveRamp(signal(1, 2, MORE), null)).toEqual({ from: 1, to: 2 });
    expect(resolveRamp(signal(1, 2, MORE), of(NaN))).toEqual({ from: 1, to: 2 });
  });

  it('asks for more than most have', () => {
    const { from, to } = resolveRamp(signal(10, 20, MORE), crowd);
    expect(from).toBeCloseTo(200, -1);
    expect(Math.abs(to / 400 - 1)).toBeLessThan(0.04);
  });

  it('never asks for less than the signal does', () => {
    expect(resolveRamp(signal(1000, 2000, MORE), crowd)).toEqual({ from: 1000, to: 2000 });
    expect(resolveRamp(signal(20, 10, MORE), crowd)).toEqual({ from: 20, to: 10 });
  });

  it('asks for less than most have where less is stronger', () => {
    const { from, to } = resolveRamp(signal(5000, 4000, MORE), crowd);
    expect(Math.abs(from / 50 - 1)).toBeLessThan(0.04);
    expect(Math.abs(to / 25 - 1)).toBeLessThan(0.05);
  });

  it('takes what everybody has for evidence of nothing', () => {
    const same = of(...Array<number>(50).fill(7));
    const up = resolveRamp(signal(1, 2, MORE), same);
    const down = resolveRamp(signal(90, 80, MORE), same);
    expect(rampStrength(up.from, up.to, 7)).toBeLessThan(0.05);
    expect(rampStrength(up.from, up.to, 8)).toBe(1);
    expect(rampStrength(down.from, down.to, 7)).toBeLessThan(0.2);
    expect(rampStrength(down.from, down.to, 6)).toBe(1);
  });

  it('keeps the own bar where most have nothing at all', () => {
    const few = of(0, 0, 0, 0, 0, 0, 0, 0, 5);
    expect(resolveRamp(signal(1, 4, MORE), few)).toEqual({ from: 1, to: 4 });
    const { from, to } = resolveRamp(signal(4, 1, MORE), few);
    expect([5, 0, -1].map((value) => rampStrength(from, to, value))).toEqual([0, 0, 1]);
  });
});

describe('rampStrength', () => {
  it.each([
    [0, 10, -1, 0],
    [0, 10, 0, 0],
    [0, 10, 5, 0.5],
    [0, 10, 2.5, 0.15625],
    [0, 10, 10, 1],
    [0, 10, Infinity, 1],
    [10, 0, 10, 0],
    [10, 0, 2.5, 0.84375],
    [10, 0, -3, 1],
    [0, 10, NaN, 0],
  ])('from %d to %d: %d is %d strong', (from, to, value, strength) => {
    expect(rampStrength(from, to, value)).toBe(strength);
  });
});
