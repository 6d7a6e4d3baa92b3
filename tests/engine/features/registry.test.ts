import { describe, expect, it } from 'vitest';
import { Registry, SpellingRegistry } from '../../../src/engine/features/registry.ts';

describe('Registry', () => {
  it('gives names out in order, each once', () => {
    const registry = new Registry(['KZT']);
    expect(['USD', 'KZT', '__proto__', 'USD'].map((name) => registry.idOf(name))).toEqual([
      1, 0, 2, 1,
    ]);
    expect(registry.names).toEqual(['KZT', 'USD', '__proto__']);
  });
});

describe('SpellingRegistry', () => {
  it('shows the least spelling, whichever came first', () => {
    for (const spellings of [
      ['cat', 'CAT', 'Cat'],
      ['CAT', 'Cat', 'cat'],
    ]) {
      const registry = new SpellingRegistry();
      expect(registry.idOf('dog', 'Dog')).toBe(0);
      for (const spelling of spellings) expect(registry.idOf('cat', spelling)).toBe(1);
      expect(registry.labels).toEqual(['Dog', 'CAT']);
      expect(registry.keys).toEqual(['dog', 'cat']);
    }
  });
});
