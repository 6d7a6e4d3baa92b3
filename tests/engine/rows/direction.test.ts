import { describe, expect, it } from 'vitest';
import { readDirection } from '../../../src/engine/rows/direction.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

describe('readDirection', () => {
  it.each([
    ['in', 'in'],
    [' OUT ', 'out'],
    ['Приход', 'in'],
    ['РАСХОД', 'out'],
    ['шығыс', 'out'],
    ['', 'missing'],
    [' \u200B', 'missing'],
    ['sideways', 'unknown'],
    ['constructor', 'unknown'],
  ])('%j → %s', (text, direction) => {
    expect(readDirection(text, VOCABULARY)).toBe(direction);
  });
});
