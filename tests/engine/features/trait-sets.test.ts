import { describe, expect, it } from 'vitest';
import { TraitSets } from '../../../src/engine/features/trait-sets.ts';

const traitsOf = (sets: TraitSets, client: number): number[] => {
  const found: number[] = [];
  sets.forEach(client, (trait) => found.push(trait));
  return found.sort((a, b) => a - b);
};

describe('TraitSets', () => {
  it('keeps any number of traits, each once', () => {
    const sets = new TraitSets(3);
    const many = [0, 1, 31, 32, 63, 64, 255, 256, 300, 5000];
    for (const trait of [...many, ...many]) sets.add(1, trait);
    sets.add(2, 300);
    expect(traitsOf(sets, 0)).toEqual([]);
    expect(traitsOf(sets, 1)).toEqual(many);
    expect(traitsOf(sets, 2)).toEqual([300]);
  });

  it('merges under other names, behind a dump too', () => {
    const other = new TraitSets(2);
    other.add(0, 0);
    other.add(0, 300);
    other.add(1, 33);
    const rename = Array.from({ length: 301 }, (_, trait) => 300 - trait);
    const sets = new TraitSets(2);
    sets.add(0, 7);
    sets.merge(TraitSets.from(structuredClone(other.dump())), rename);
    expect(traitsOf(sets, 0)).toEqual([0, 7, 300]);
    expect(traitsOf(sets, 1)).toEqual([267]);
  });

  it('copies some clients, rare traits included', () => {
    const sets = new TraitSets(5);
    for (const trait of [3, 40, 300]) sets.add(2, trait);
    sets.add(3, 64);
    sets.add(4, 700);
    const part = TraitSets.from(structuredClone(sets.part(1, 3)));
    expect([0, 1, 2].map((client) => traitsOf(part, client))).toEqual([[], [3, 40, 300], [64]]);
  });
});
