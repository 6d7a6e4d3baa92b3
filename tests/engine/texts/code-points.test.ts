import { expect, it } from 'vitest';
import { codePoints } from '../../../src/engine/texts/code-points.ts';

it.each(['', 'а', 'қаңтар', '🎮', 'а🎮б🎮', '✈️', '\ud83c', '\udfae', '\udfae\ud83c', '𐍈𐍈'])(
  'counts "%s" as the iterator does',
  (text) => {
    expect(codePoints(text)).toBe(Array.from(text).length);
  },
);
