import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/engine/benefits/catalogue.ts';
import { case2025 } from '../../src/presets/catalogues/case-2025.ts';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { adviseAll } from '../fixtures/advise.ts';
import { type ArchetypeAccuracy, archetypeAccuracy } from '../fixtures/archetype-accuracy.ts';
import { drawCrowd } from '../fixtures/crowd.ts';

const judge = (
  catalogue: Catalogue,
  clients: number,
  seed: number,
  noise: number,
): ArchetypeAccuracy => archetypeAccuracy(catalogue, { clients, seed, noise });

const SEEDS = [101, 202, 303];

describe.each([standard, case2025])('$id on generated clients', (catalogue: Catalogue) => {
  it.each(SEEDS)(
    'seed %d: the product made for is first for 95 %, among four for 99 %',
    (seed) => {
      const { first, topFour, worst } = judge(catalogue, 1000, seed, 1);
      expect(first).toBeGreaterThanOrEqual(0.95);
      expect(topFour).toBeGreaterThanOrEqual(0.99);
      expect(worst).toBeGreaterThanOrEqual(0.88);
    },
    60_000,
  );

  it.each([2025, ...SEEDS])(
    'seed %d: in the demo everyone wins somebody, nobody 40 %',
    (seed) => {
      const { shares } = judge(catalogue, 300, seed, 1);
      for (const [name, share] of shares) {
        expect(share, name).toBeGreaterThan(0);
        expect(share, name).toBeLessThanOrEqual(0.4);
      }
    },
    60_000,
  );

  it('loses accuracy gently as clients stray from their kind', () => {
    const parts = [0, 1, 1.5, 2, 3].map((noise) => judge(catalogue, 500, 404, noise).first);
    expect(parts[0]).toBeGreaterThanOrEqual(0.97);
    for (let i = 1; i < parts.length; i++) {
      expect(parts[i]).toBeLessThanOrEqual(parts[i - 1] + 0.01);
      expect(parts[i]).toBeGreaterThanOrEqual(parts[i - 1] - 0.15);
    }
    expect(parts[4]).toBeGreaterThan(0.6);
  }, 60_000);
});

const POINTS = [20, 15, 10, 5];

/** Mean points of ten crowds of sixty: 20, 15, 10 or 5 by the place of the product made for. */
const pointsInCrowds = (options: {
  boost: number;
  noise: number;
  balance: number;
  absent: number;
}): number => {
  let points = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const crowd = drawCrowd({ clients: 60, seed, ...options });
    adviseAll(case2025, crowd, ({ client }, _, ranks) => {
      const place = ranks.product.findIndex(
        (product) => case2025.products[product].name === crowd.labels[client],
      );
      points += POINTS[place] ?? 0;
    });
  }
  return points / 600;
};

describe('case-2025 where everybody does everything', () => {
  it.each([
    { boost: 5, noise: 0.3, balance: 1, absent: 0, least: 17 },
    { boost: 3, noise: 0.3, balance: 4, absent: 0, least: 17.5 },
    { boost: 3, noise: 0.3, balance: 10, absent: 0.5, least: 17 },
    { boost: 2, noise: 0.15, balance: 4, absent: 0.2, least: 17 },
    { boost: 1.5, noise: 0.1, balance: 4, absent: 0, least: 14.5 },
  ])(
    '$boost times as much: at least $least points of 20',
    ({ least, ...options }) => {
      expect(pointsInCrowds(options)).toBeGreaterThanOrEqual(least);
    },
    60_000,
  );

  it('fills the four places with what tells people apart, not with the same products for all', () => {
    const clients = 60;
    for (const boost of [1.5, 3]) {
      const fours = new Map(case2025.products.map((_, product) => [product, 0]));
      for (let seed = 1; seed <= 5; seed++) {
        const crowd = drawCrowd({ clients, seed, boost, noise: 0.2, balance: 4, absent: 0 });
        adviseAll(case2025, crowd, (_, __, { product: top }) => {
          for (const product of top) fours.set(product, fours.get(product)! + 1 / (5 * clients));
        });
      }
      for (const [product, share] of fours) {
        expect(share, case2025.products[product].name).toBeLessThan(0.75);
        expect(share, case2025.products[product].name).toBeGreaterThan(0.12);
      }
    }
  }, 60_000);

  it('knows nobody from the others when nobody differs: points as by chance', () => {
    const points = pointsInCrowds({ boost: 1, noise: 0.3, balance: 4, absent: 0 });
    expect(points).toBeGreaterThan(3);
    expect(points).toBeLessThan(8);
  });
});
