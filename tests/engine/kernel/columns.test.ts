import { describe, expect, it } from 'vitest';
import { addColumn, copyColumn, Scratch } from '../../../src/engine/kernel/columns.ts';

const from = Float64Array.from({ length: 20 }, (_, i) => i + 0.5);

describe('columns', () => {
  it.each([0, 1, 3, 4, 5, 8, 11])(
    'of %d numbers are added and copied, and no number beside them',
    (length) => {
      const sums = new Float64Array(20).fill(100);
      addColumn(sums, 3, from, 7, length);
      const copies = new Float64Array(20).fill(-1);
      copyColumn(copies, 3, from, 7, length);
      const inside = (at: number): boolean => at >= 3 && at < 3 + length;
      expect([...sums]).toEqual(
        [...sums.keys()].map((at) => (inside(at) ? 100 + from[at + 4] : 100)),
      );
      expect([...copies]).toEqual([...copies.keys()].map((at) => (inside(at) ? from[at + 4] : -1)));
    },
  );

  it('have room that is made once for the longest', () => {
    const scratch = new Scratch();
    const room = scratch.of(9);
    expect(room.length).toBeGreaterThanOrEqual(9);
    expect(scratch.of(4)).toBe(room);
    expect(scratch.of(10)).not.toBe(room);
  });
});
