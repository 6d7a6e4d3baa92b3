import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedOrder, turned } from '../../../src/worker/desk/sorted-order.ts';

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

it('settles near neighbours and equals, many or few, in either direction', () => {
  const near = fc.integer({ min: 0, max: 40 }).map((step) => 1000 + step * 1e-7);
  const value = fc.oneof(near, fc.constant(NaN), fc.integer({ min: -2, max: 2 }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 120 }), (values) => {
      const keys = Float64Array.from(values);
      const known = [...keys.keys()].filter((at) => !Number.isNaN(keys[at]));
      const unknown = [...keys.keys()].filter((at) => Number.isNaN(keys[at]));
      const rising = [...known.slice().sort((a, b) => keys[a] - keys[b]), ...unknown];
      const falling = [...known.slice().sort((a, b) => keys[b] - keys[a]), ...unknown];
      const order = sortedOrder(base(keys.length), keys);
      expect([...order]).toEqual(rising);
      expect([...sortedOrder(base(keys.length), keys, true)]).toEqual(falling);
      expect([...turned(order, keys)]).toEqual(falling);
      expect([...turned(turned(order, keys), keys)]).toEqual(rising);
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
