import { expose } from 'comlink';
import type { ByteSource } from '../engine/bytes/byte-source.ts';
import { browserPool } from './browser-pool.ts';
import { demoFiles } from '../presets/demo/demo-files.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../presets/texts/index.ts';
import { VOCABULARY } from '../presets/vocabulary.ts';
import type { DeskStart } from './desk-start.ts';
import { DeskService } from './desk/desk-service.ts';
import { memorySource } from './sources/memory-source.ts';
import { browserSources } from './sources/browser-sources.ts';

/** The browser's coordinating worker: the desk, put together with the presets. */
const desk = (scanScript: string): DeskService =>
  new DeskService({
    vocabulary: VOCABULARY,
    packs: LANGUAGE_PACKS,
    factSources: FACT_SOURCES,
    channels: CHANNELS,
    pool: () => browserPool(scanScript),
    sourcesOf: browserSources,
    demoLabels: (options) => demoFiles(options).labels,
    demoSources: (options): ByteSource[] => {
      const encoder = new TextEncoder();
      const { clients, transactions, transfers } = demoFiles(options);
      return [
        memorySource('clients.csv', encoder.encode(clients)),
        memorySource('transactions.csv', encoder.encode(transactions)),
        memorySource('transfers.csv', encoder.encode(transfers)),
      ];
    },
  });

addEventListener(
  'message',
  ({ data }: MessageEvent<DeskStart>) => {
    expose(desk(data.scanScript), data.port);
  },
  { once: true },
);
