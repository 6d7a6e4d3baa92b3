import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { done } from '../../../src/engine/kernel/fault.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import type { Settings, ViewQuery } from '../../../src/worker/contract.ts';
import { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { demoSources } from '../../fixtures/demo-sources.ts';
import { oneThread } from '../../fixtures/thread-ports.ts';

export const SETTINGS: Settings = {
  catalogue: standard,
  fx: EXAMPLE_FX.rates,
  language: 'ru',
  channel: 'push',
  months: null,
  reading: NO_CHOICES,
};

/** Every client, in order of code. */
export const EVERYBODY: ViewQuery = {
  search: '',
  products: [],
  statuses: [],
  cities: [],
  send: null,
  noOffer: [],
  age: { from: null, to: null },
  balance: { from: null, to: null },
  expected: { from: null, to: null },
  sort: 'code',
  descending: false,
};

/** A desk that reads the generated sample in this thread. */
export const demoDesk = (): DeskService =>
  new DeskService({
    vocabulary: VOCABULARY,
    packs: LANGUAGE_PACKS,
    factSources: FACT_SOURCES,
    channels: CHANNELS,
    pool: oneThread,
    sourcesOf: () => Promise.resolve(done([])),
    demoLabels: (options) => demoFiles(options).labels,
    demoSources: ({ clients, seed }) => demoSources(clients, seed),
  });

export const openDemo = async (desk: DeskService, clients = 150, seed = 7): Promise<void> => {
  const { outcome } = await desk.openDemo({ clients, seed }, SETTINGS, () => undefined);
  if (outcome !== 'ready') throw new Error(`the sample is ${outcome}`);
};
