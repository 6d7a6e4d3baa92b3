import { describe, expect, it } from 'vitest';
import {
  barFor,
  MAX_SCROLL_HEIGHT,
  settle,
  topAfter,
  topShowing,
} from '../../../src/app/composables/scaled-scroll.ts';

const million = { full: 36_000_000, view: 800 };
const few = { full: 10_800, view: 800 };
const barEnd = MAX_SCROLL_HEIGHT - million.view;
const topEnd = million.full - million.view;

describe('a list that fits the browser', () => {
  it('is where its bar is', () => {
    expect(topAfter(few, 0, 0, 500)).toBe(500);
    expect(topAfter(few, 500, 500, 10_000)).toBe(10_000);
    expect(barFor(few, 700)).toBeCloseTo(700);
  });
});

describe('a list taller than the browser lets it be', () => {
  it('moves pixel for pixel by wheel and keys', () => {
    expect(topAfter(million, 5000, 1000, 1120)).toBe(5120);
    expect(topAfter(million, 5000, 1000, 880)).toBe(4880);
  });

  it('moves by proportion when the bar is dragged', () => {
    expect(topAfter(million, 0, 0, barEnd)).toBe(topEnd);
    expect(topAfter(million, 0, 0, barEnd / 2)).toBeCloseTo(topEnd / 2);
  });

  it('never leaves the list', () => {
    expect(topAfter(million, 50, 1000, 900)).toBe(0);
    expect(topAfter(million, topEnd - 10, barEnd - 200, barEnd)).toBe(topEnd);
  });

  it('puts the bar where the position is, and back', () => {
    expect(barFor(million, 0)).toBe(0);
    expect(barFor(million, topEnd)).toBe(barEnd);
  });

  it('leaves nothing out of reach at rest', () => {
    expect(settle(million, topEnd - 3, barEnd)).toBe(topEnd);
    expect(settle(million, 4, 0)).toBe(0);
    expect(settle(million, 5000, 1200)).toBe(5000);
  });
});

describe('showing a row', () => {
  it('does not move for a row in sight', () => {
    expect(topShowing(million, 3600, 105, 36)).toBe(3600);
  });

  it('moves as little as shows it whole', () => {
    expect(topShowing(million, 3600, 99, 36)).toBe(99 * 36);
    expect(topShowing(million, 0, 999_999, 36)).toBe(topEnd);
  });

  it('stays at the top of a list shorter than its window', () => {
    expect(topShowing({ full: 360, view: 800 }, 0, 9, 36)).toBe(0);
  });
});
