import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextIndex } from '../../../src/worker/desk/text-index.ts';

const lower = (text: string): string => text.toLowerCase();
const letters = fc.constantFrom('a', 'b', 'A', 'ә', '1');
const text = fc.string({ unit: letters, maxLength: 5 });

it('finds what a search of every text finds', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'ә', '1'), minLength: 1, maxLength: 3 }),
      (texts, search) => {
        const found = new TextIndex(texts, lower).holding(search);
        expect([...found]).toEqual(texts.map((one) => Number(lower(one).includes(search))));
      },
    ),
  );
});

it('finds the same in pieces prepared before, and none across their seams', () => {
  const texts = Array.from({ length: 200_000 }, (_, at) => `K-${String(at)}`);
  const index = new TextIndex(texts, lower);
  expect(index.prepareSome()).toBe(true);
  const found = index.holding('k-19999');
  expect(found.reduce((sum, one) => sum + one, 0)).toBe(11);
  expect(found[199_999]).toBe(1);
  expect(index.prepareSome()).toBe(false);
  expect(index.holding('9k').includes(1)).toBe(false);
});
