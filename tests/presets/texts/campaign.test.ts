import { describe, expect, it } from 'vitest';
import { Advisor } from '../../../src/engine/recommendations/advisor.ts';
import { prepareTexts } from '../../../src/engine/texts/prepared-texts.ts';
import { renderText } from '../../../src/engine/texts/render.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';
import { readPopulation } from '../../fixtures/read-population.ts';
import type { WrittenText } from './write-texts.ts';
import { faultsOf } from './write-texts.ts';

const population = readPopulation(demoFiles({ clients: 300, seed: 1 }), EXAMPLE_FX.rates);

/** The texts of a whole campaign: one for every client who is offered something. */
const campaign = (advisor: Advisor, pack: (typeof LANGUAGE_PACKS)['ru' | 'kk']): WrittenText[] => {
  const { catalogue, ledger } = advisor;
  const setup = { catalogue, frame: population.frame, pack, channel: CHANNELS.push };
  const prepared = prepareTexts({ ...setup, sources: FACT_SOURCES }, ledger);
  const clients = Array.from({ length: population.size }, (_, client) => client);
  return clients.flatMap((client) => {
    const { top, send } = advisor.recommendation(client);
    if (!send) return [];
    const evaluation = advisor.explain(client)[top[0].product];
    const product = catalogue.products[evaluation.product];
    return [{ ...renderText(prepared, ledger, evaluation), product }];
  });
};

const bonesOf = (text: string): string =>
  text
    .replace(/^\p{L}+, /u, '')
    .replace(/«[^»]*»/g, '«»')
    .replace(/\d[\d\u00a0,]*/g, '0');

describe.each(catalogues)('a campaign to the demo population from $id', (catalogue) => {
  const advisor = new Advisor(population, catalogue);

  it.each(Object.values(LANGUAGE_PACKS))('in $language may be sent as it is', (pack) => {
    const texts = campaign(advisor, pack);
    expect(texts.length).toBeGreaterThan(100);
    expect(faultsOf(texts, 'error')).toEqual([]);
  });

  it.each(Object.values(LANGUAGE_PACKS))('in $language does not read as one stencil', (pack) => {
    const texts = campaign(advisor, pack);
    expect(new Set(texts.map(({ text }) => text)).size / texts.length).toBeGreaterThan(0.9);
    for (const { code } of catalogue.products) {
      const own = texts.filter(({ product }) => product.code === code);
      // A handful of clients may share a variant by chance.
      if (own.length < 10) continue;
      expect(new Set(own.map(({ text }) => bonesOf(text))).size, code).toBeGreaterThanOrEqual(3);
    }
  });
});
