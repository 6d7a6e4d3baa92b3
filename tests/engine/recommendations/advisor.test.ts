import { describe, expect, it } from 'vitest';
import { Advisor } from '../../../src/engine/recommendations/advisor.ts';
import { recommend } from '../../../src/engine/recommendations/recommend.ts';
import { NO_OFFER_REASONS, scoreAll } from '../../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { adviseAll } from '../../fixtures/advise.ts';
import { populationBy } from '../../fixtures/population-of.ts';
import { readPopulation } from '../../fixtures/read-population.ts';

const population = readPopulation(demoFiles({ clients: 120, seed: 12 }), EXAMPLE_FX.rates);

describe.each(catalogues)('Advisor with $id', (catalogue) => {
  const advisor = new Advisor(population, catalogue);

  it('gives what scoring and ranking give', () => {
    adviseAll(catalogue, population, ({ client }, row, ranks) => {
      const expected = recommend(row, ranks);
      expect(advisor.recommendation(client)).toEqual(expected);
      expect(advisor.explain(client).map(({ fit }) => fit)).toEqual([...row.fit]);
    });
  });

  it('takes statistics of a larger population for its own', () => {
    const alone = new Advisor(population, catalogue, { stats: { clients: 1000, metrics: {} } });
    const absolute = new Advisor({ ...population, size: 1 }, catalogue);
    expect(alone.recommendation(5)).toEqual(absolute.recommendation(5));
  });

  it('judges the first product it recommends', () => {
    const { top } = advisor.recommendation(7);
    const { margin, flip } = advisor.verdict(7);
    expect(margin?.over).toBe(top[1].product);
    expect(flip?.winner).not.toBe(top[0].product);
  });

  it('puts everybody into one table', () => {
    const table = scoreAll(advisor, () => undefined);
    for (let client = 0; client < population.size; client++) {
      const { top, noOffer } = advisor.recommendation(client);
      expect(table.product[client]).toBe(top[0].product);
      expect(table.benefit[client]).toBe(top[0].benefit ?? NaN);
      expect(table.expected[client]).toBe(top[0].expected ?? NaN);
      expect([null, ...NO_OFFER_REASONS][table.noOffer[client]]).toBe(noOffer);
    }
    expect(table.spend.reduce((sum, spend) => sum + spend, 0)).toBeGreaterThan(1e6);
  });

  it('says how far it has come, every ten thousand', () => {
    const crowd = populationBy(population.frame, 20_001, (client, ledger) => {
      population.open(client % population.size, ledger);
    });
    const many = new Advisor(crowd, catalogue);
    const seen: number[] = [];
    scoreAll(many, (clients) => seen.push(clients));
    expect(seen).toEqual([10_000, 20_000]);
  }, 60_000);
});
