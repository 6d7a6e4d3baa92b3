/**
 * `npm run bench:noise`: how often the product that a generated client was made for comes first, and
 * among the four, the further people stray from their kind. Draws tests/bench/noise.svg; needs no clock.
 */
import { writeFileSync } from 'node:fs';
import type { Catalogue } from '../../src/engine/benefits/catalogue.ts';
import { case2025 } from '../../src/presets/catalogues/case-2025.ts';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { archetypeAccuracy } from '../fixtures/archetype-accuracy.ts';
import { drawLines, type Line } from './draw-lines.ts';

const NOISE = [0, 0.5, 1, 1.5, 2, 2.5, 3];
/** Seeds that the catalogues were not tuned on. */
const SEEDS = [404, 505];
const CLIENTS = 600;

const parts = (catalogue: Catalogue): { first: number[]; topFour: number[] } => {
  const all = NOISE.map((noise) =>
    SEEDS.map((seed) => archetypeAccuracy(catalogue, { clients: CLIENTS, seed, noise })),
  );
  const mean = (of: 'first' | 'topFour'): number[] =>
    all.map((runs) => runs.reduce((sum, run) => sum + run[of], 0) / runs.length);
  return { first: mean('first'), topFour: mean('topFour') };
};

const lines = [standard, case2025].flatMap((catalogue: Catalogue): Line[] => {
  const { first, topFour } = parts(catalogue);
  return [
    { label: `${catalogue.id}, first`, values: first, isDashed: false },
    { label: `${catalogue.id}, among four`, values: topFour, isDashed: true },
  ];
});
const title = 'The product a client was made for, by how far clients stray from their kind';
writeFileSync('tests/bench/noise.svg', drawLines(title, NOISE, lines));
for (const { label, values } of lines) {
  console.log(label.padEnd(24), values.map((value) => `${(value * 100).toFixed(1)} %`).join('  '));
}
