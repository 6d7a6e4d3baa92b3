import { describe, expect, it } from 'vitest';
import { offersExport, topExport } from '../../src/engine/export/export-rows.ts';
import { writeCsv } from '../../src/engine/export/write-export.ts';
import type { Scanner } from '../../src/engine/ingest/scan-job.ts';
import { naturalOrder } from '../../src/engine/kernel/natural-order.ts';
import { adviseOn, readFiles, textsFor } from '../../src/engine/pipeline.ts';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../src/presets/texts/index.ts';
import { ThreadPool } from '../../src/worker/pool.ts';
import { chunkedSource } from '../fixtures/ingest-texts.ts';
import { READING } from '../fixtures/read-demo.ts';
import { localPort, memoryHost } from '../fixtures/thread-ports.ts';

const KIB = 1024;
const { clients, transactions, transfers } = demoFiles({ clients: 24, seed: 5 });

/** The transactions in four files, as folders have them; names do not follow the order of rows. */
const [header, ...rows] = transactions.trimEnd().split('\n');
const part = (at: number): string =>
  [header, ...rows.filter((_, row) => row % 4 === at), ''].join('\n');
const FILES: readonly (readonly [name: string, text: string])[] = [
  ['clients.csv', clients],
  ['transfers.csv', transfers],
  ...[2, 0, 3, 1].map((at) => [`part-${at}.csv`, part(at)] as const),
];

interface Way {
  readonly scanner?: Scanner;
  readonly chunk?: number;
  readonly files?: typeof FILES;
}

/** Offers with their texts, and the first four products of everybody, as files. */
const bytesOut = async ({ scanner, chunk, files = FILES }: Way): Promise<string> => {
  const sources = files.map(([name, text]) =>
    chunkedSource(name, text, chunk === undefined ? {} : { chunk }),
  );
  const result = await readFiles(sources, READING, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...(scanner && { scanner }),
  });
  if (result.outcome !== 'ready') throw new Error(result.outcome);
  const advisor = adviseOn(result, standard, READING);
  const texts = textsFor(advisor, {
    packs: LANGUAGE_PACKS,
    language: 'ru',
    sources: FACT_SOURCES,
    channel: CHANNELS.push,
  });
  const order = naturalOrder(result.clients.codes);
  const decoder = new TextDecoder();
  let out = '';
  for (const what of [offersExport(advisor, texts, () => undefined), topExport(advisor)]) {
    writeCsv(what, order, (chunk) => (out += decoder.decode(chunk, { stream: true })));
  }
  return out;
};

const inPool = (workers: number, range: number): Scanner =>
  new ThreadPool({
    host: memoryHost({}),
    connect: () => localPort({}),
    workers,
    sizes: { range, batch: 2 * KIB, local: 0 },
  }).scan;

describe('the same bytes come out', async () => {
  const expected = await bytesOut({});

  it('and they are something', () => {
    expect(expected.split('\n').length).toBeGreaterThan(5 * 24);
  });

  it.each([1, 2, 3, 4])('of %i workers, however small their ranges', async (workers) => {
    for (const range of [300, 4 * KIB, 64 * KIB]) {
      expect(await bytesOut({ scanner: inPool(workers, range) })).toBe(expected);
    }
  });

  it.each([1, 2, 3, 7, 64, 1000, 64 * KIB, 8 * KIB * KIB])(
    'at chunks of %i bytes',
    async (chunk) => {
      expect(await bytesOut({ chunk })).toBe(expected);
    },
  );

  it('whatever the order in which files are given', async () => {
    for (let turn = 1; turn < FILES.length; turn++) {
      const files = [...FILES.slice(turn), ...FILES.slice(0, turn)];
      expect(await bytesOut({ files })).toBe(expected);
      expect(await bytesOut({ files: files.toReversed() })).toBe(expected);
    }
  });
});
