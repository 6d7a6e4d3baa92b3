import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedOrder } from '../../../src/worker/desk/sorted-order.ts';

const base = (size: number): Uint32Array => Uint32Array.from({ length: size }, (_, i) => i);

it('orders like a stable comparison sort, NaN last', () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { maxLength: 200 }), (values) => {
      const keys = Float64Array.from(values, (value) => (value === 0 ? 0 : value));
      const oracle = [...keys.keys()].sort((a, b) => {
        const [x, y] = [keys[a], keys[b]];
        if (Number.isNaN(x) || Number.isNaN(y))
          return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
        return x - y;
      });
      expect([...sortedOrder(base(keys.length), keys)]).toEqual(oracle);
    }),
  );
});

it('keeps the order of the base among equals', () => {
  const reversed = base(5).reverse();
  expect([...sortedOrder(reversed, new Float64Array([1, 1, 0, 1, 0]))]).toEqual([4, 2, 3, 1, 0]);
});

it('leaves the base as it was', () => {
  const order = base(4);
  sortedOrder(order, new Float64Array([4, 3, 2, 1]));
  expect([...order]).toEqual([0, 1, 2, 3]);
});
