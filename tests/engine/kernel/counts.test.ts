import { describe, expect, it } from 'vitest';
import { Counts } from '../../../src/engine/kernel/counts.ts';

const table = (cells: Readonly<Record<number, number>>, rows = 600): Counts => {
  const counts = new Counts(2);
  for (let row = 0; row < rows; row++) expect(counts.addRow()).toBe(row);
  for (const [cell, count] of Object.entries(cells)) {
    for (let i = 0; i < count; i++) counts.increment(Number(cell) >> 1, Number(cell) & 1);
  }
  return counts;
};

describe('Counts', () => {
  it('keeps what it has while it grows', () => {
    const counts = new Counts(2);
    for (let row = 0; row < 9000; row++) counts.add(counts.addRow(), 1, row + 1);
    for (let row = 0; row < 9000; row++) expect(counts.get(row, 1)).toBe(row + 1);
  });

  it('counts beyond 16 bits', () => {
    const counts = table({ 0: 3, 1: 65_535, 1199: 200_000 });
    expect([counts.get(0, 0), counts.get(0, 1), counts.get(599, 1)]).toEqual([3, 65_535, 200_000]);
    expect(counts.get(1, 0)).toBe(0);
    counts.increment(0, 1);
    expect(counts.get(0, 1)).toBe(65_536);
  });

  it('adds rows of another table, with and without a carry', () => {
    const counts = table({ 0: 40_000, 1: 1 });
    const other = table({ 0: 30_000, 1: 2, 2: 140_000 });
    counts.addRowOf(other, 0, 0);
    counts.addRowOf(other, 1, 0);
    expect([counts.get(0, 0), counts.get(0, 1)]).toEqual([210_000, 3]);
  });

  it('takes rows over, behind its own', () => {
    const counts = table({ 0: 1, 3: 70_000 });
    const first = counts.adopt(table({ 2: 5, 1199: 70_001 }));
    expect([counts.get(0, 0), counts.get(1, 1)]).toEqual([1, 70_000]);
    expect([counts.get(first + 1, 0), counts.get(first + 599, 1)]).toEqual([5, 70_001]);
    expect(counts.addRow()).toBe(first + 600);
    expect(counts.rows).toBe(first + 601);
  });

  it('gives a whole row, with and without a carry', () => {
    const row = new Float64Array(3).fill(7);
    table({ 0: 2, 2: 5, 3: 9 }).copyTo(row, 1);
    expect([...row]).toEqual([5, 9, 7]);
    table({ 2: 70_000, 3: 9 }).copyTo(row, 1);
    expect([...row]).toEqual([70_000, 9, 7]);
  });

  it('adds rows side by side, with and without a carry', () => {
    const totals = new Float64Array(6).fill(1);
    table({ 0: 3, 3: 4 }).addRowsTo(totals, Int32Array.of(1, -1, 0), 3);
    expect([...totals]).toEqual([1, 1, 4, 5, 1, 1]);
    table({ 0: 70_000, 3: 4 }).addRowsTo(totals, Int32Array.of(1, -1, 0), 3);
    expect([...totals]).toEqual([1, 1, 70_004, 9, 1, 1]);
  });

  it('copies some rows, with and without a carry', () => {
    const few = Counts.from(table({ 0: 3, 3: 4 }).pick([1, 0, 1]));
    expect([0, 1, 2].map((row) => [few.get(row, 0), few.get(row, 1)])).toEqual([
      [0, 4],
      [3, 0],
      [0, 4],
    ]);
    const many = Counts.from(table({ 3: 200_000, 4: 1 }).pick([0, 2, 1]));
    expect([0, 1, 2].map((row) => [many.get(row, 0), many.get(row, 1)])).toEqual([
      [0, 0],
      [1, 0],
      [0, 200_000],
    ]);
  });

  it('is the same behind a dump', () => {
    const copy = Counts.from(structuredClone(table({ 0: 1, 1199: 70_000 }).dump()));
    expect([copy.get(0, 0), copy.get(599, 1), copy.rows]).toEqual([1, 70_000, 600]);
  });
});
