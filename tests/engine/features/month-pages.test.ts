import { describe, expect, it } from 'vitest';
import { MonthPages } from '../../../src/engine/features/month-pages.ts';

const JUNE = 2025 * 12 + 5;
const HUGE = 2n ** 70n;

describe('MonthPages', () => {
  it('takes exact sums of any size without counting them', () => {
    const pages = new MonthPages(2, 3);
    pages.addWhole(1, 2, JUNE, 5);
    pages.addWhole(1, 2, JUNE, HUGE);
    pages.addWhole(1, 0, JUNE, -7);
    expect(pages.wholeSum(1, 2, JUNE)).toBe(HUGE + 5n);
    expect(pages.wholeSum(1, 0, JUNE)).toBe(-7);
    const counts = new Float64Array(3);
    pages.copyCounts(counts, 1);
    expect([...counts]).toEqual([0, 0, 0]);
    pages.addCount(1, 2, 100_000);
    pages.addCount(1, 2, 1);
    pages.copyCounts(counts, 1);
    expect([...counts]).toEqual([0, 0, 100_001]);
  });

  it('has nothing for who or what was never there', () => {
    const pages = new MonthPages(2, 3);
    pages.addWhole(1, 2, JUNE, 5);
    expect([pages.wholeSum(0, 2, JUNE), pages.wholeSum(1, 2, JUNE + 1)]).toEqual([0, 0]);
    expect(pages.wholeSum(1, 0, JUNE)).toBe(0);
  });

  it('knows a month that was seen, and keeps what is in one', () => {
    const pages = new MonthPages(2, 3);
    pages.addWhole(1, 2, JUNE, 5);
    pages.seeMonth(JUNE);
    pages.seeMonth(JUNE + 2);
    expect(pages.months()).toEqual([JUNE, JUNE + 2]);
    expect(pages.wholeSum(1, 2, JUNE)).toBe(5);
  });
});
