import { describe, expect, it } from 'vitest';
import { Advisor } from '../../../src/engine/recommendations/advisor.ts';
import type { Channel } from '../../../src/engine/texts/channel.ts';
import type { LanguagePack } from '../../../src/engine/texts/language-pack.ts';
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
const campaign = (advisor: Advisor, pack: LanguagePack, channel: Channel): WrittenText[] => {
  const { catalogue, ledger } = advisor;
  const setup = { catalogue, frame: population.frame, pack, channel };
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

const ways = Object.values(LANGUAGE_PACKS).flatMap((pack) =>
  Object.values(CHANNELS).map((channel) => [channel.id, pack.language, pack, channel] as const),
);

describe.each(catalogues)('a campaign to the demo population from $id', (catalogue) => {
  const advisor = new Advisor(population, catalogue);

  it.each(ways)('as %s in %s may be sent as it is', (_id, _language, pack, channel) => {
    const texts = campaign(advisor, pack, channel);
    expect(texts.length).toBeGreaterThan(100);
    expect(faultsOf(texts, 'error')).toEqual([]);
  });

  it.each(ways)('as %s in %s does not read as one stencil', (id, _language, pack, channel) => {
    const texts = campaign(advisor, pack, channel);
    // An SMS says less: those about loans, shares and gold have no figure to tell them apart.
    const own = texts.filter(({ text }) => id === 'push' || text.includes(channel.currency));
    expect(new Set(own.map(({ text }) => text)).size / own.length).toBeGreaterThan(0.9);
    for (const { code } of catalogue.products) {
      const same = texts.filter(({ product }) => product.code === code);
      // A handful of clients may share a variant by chance.
      if (same.length < 10) continue;
      expect(new Set(same.map(({ text }) => bonesOf(text))).size, code).toBeGreaterThanOrEqual(3);
    }
  });
});
