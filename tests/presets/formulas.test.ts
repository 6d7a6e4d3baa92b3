import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { adviseAll } from '../fixtures/advise.ts';
import type { Facts } from '../fixtures/formula-oracle.ts';
import { FORMULAS, GATES, readFacts } from '../fixtures/formula-oracle.ts';
import { readPopulation } from '../fixtures/read-population.ts';

// Noise makes clients richer and stranger: caps, tiers and negative totals are all met.
const files = [
  demoFiles({ clients: 300, seed: 2025 }),
  demoFiles({ clients: 300, seed: 77, noise: 4 }),
];

describe.each(catalogues)('$id by independent decimal arithmetic', (catalogue) => {
  it.each(files)('every product of every client, to 0.01 tenge', (csv) => {
    const facts = readFacts(csv, EXAMPLE_FX.rates);
    const met = catalogue.products.map(() => 0);
    const wrong: string[] = [];
    adviseAll(catalogue, readPopulation(csv, EXAMPLE_FX.rates), (ledger, row) => {
      const client = facts.get(ledger.code)!;
      catalogue.products.forEach(({ name }, product) => {
        const expected = FORMULAS[catalogue.id][name](client)?.number ?? NaN;
        const gate = GATES[catalogue.id][name] as ((f: Facts) => boolean) | undefined;
        const same = Object.is(row.benefit[product], expected);
        const right = same || Math.abs(row.benefit[product] - expected) <= 0.01;
        if (!right) wrong.push(`${ledger.code}: ${name}: ${row.benefit[product]}, not ${expected}`);
        if ((row.eligible[product] === 1) !== (gate?.(client) ?? true)) {
          wrong.push(`${ledger.code}: ${name}: eligible ${row.eligible[product]}`);
        }
        if (!(expected <= 0)) met[product]++;
      });
    });
    expect(wrong).toEqual([]);
    expect(met.every((count) => count > 0)).toBe(true);
  });

  it('has the products of the domain in its order', () => {
    expect(catalogue.products.map(({ name }) => name)).toEqual(Object.keys(FORMULAS[catalogue.id]));
  });
});
