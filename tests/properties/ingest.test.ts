import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/engine/ingest/ingest.ts';
import { ThreadPool } from '../../src/worker/pool.ts';
import { imports, textsOf } from '../fixtures/draw-import.ts';
import {
  ingestTexts,
  observe,
  populationOf,
  type TextOptions,
  type Texts,
} from '../fixtures/ingest-texts.ts';
import { localPort, memoryHost } from '../fixtures/thread-ports.ts';

/** Everything a person or a program can see of an import. */
const outcomeOf = async (texts: Texts, options: TextOptions = {}): Promise<unknown> => {
  const result = await ingestTexts(texts, options);
  return { ...visible(result), ...(result.outcome === 'ready' && seen(result)) };
};

const visible = (result: IngestResult): object =>
  result.outcome === 'cancelled' ? {} : { outcome: result.outcome, report: result.report };
const seen = (result: Extract<IngestResult, { outcome: 'ready' }>): object => ({
  population: observe(populationOf(result)),
});

/** As seen, but for where in a file things are: what must not depend on the order of rows. */
const orderless = async (texts: Texts): Promise<unknown> => {
  const result = await ingestTexts(texts);
  if (result.outcome !== 'ready') return result.outcome;
  const files = result.report.files.map(({ records, used, sums, faultCounts }) => ({
    records,
    used,
    sums,
    faultCounts,
  }));
  return { ...seen(result), files };
};

const inPool = (workers: number, range: number, options: TextOptions = {}): TextOptions => ({
  ...options,
  scanner: new ThreadPool({
    host: memoryHost(options),
    connect: () => localPort(options),
    workers,
    sizes: { range, batch: 100, local: 0 },
  }).scan,
});

describe('an import does not depend on', () => {
  it('which lane reads a row', async () => {
    await fc.assert(
      fc.asyncProperty(imports, async (drawn) => {
        const texts = textsOf(drawn);
        expect(await outcomeOf(texts)).toEqual(await outcomeOf(texts, { fastLane: false }));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('the size of chunks', async () => {
    await fc.assert(
      fc.asyncProperty(imports, fc.integer({ min: 1, max: 300 }), async (drawn, chunk) => {
        const texts = textsOf(drawn);
        expect(await outcomeOf(texts, { chunk })).toEqual(await outcomeOf(texts));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('how files are cut among how many workers', async () => {
    await fc.assert(
      fc.asyncProperty(
        imports,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 40, max: 2000 }),
        async (drawn, workers, range) => {
          const texts = textsOf(drawn);
          const asCut = { identicalUpTo: range };
          expect(await outcomeOf(texts, inPool(workers, range, asCut))).toEqual(
            await outcomeOf(texts, asCut),
          );
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('the order of rows', async () => {
    const tidy = imports.map((drawn) => ({
      ...drawn,
      transactions: withoutQuotes(drawn.transactions),
      transfers: withoutQuotes(drawn.transfers),
    }));
    const shuffled = tidy.chain((drawn) =>
      fc.record({
        drawn: fc.constant(drawn),
        transactions: fc.shuffledSubarray([...drawn.transactions.lines], {
          minLength: drawn.transactions.lines.length,
        }),
        transfers: fc.shuffledSubarray([...drawn.transfers.lines], {
          minLength: drawn.transfers.lines.length,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ drawn, transactions, transfers }) => {
        const other = {
          ...drawn,
          transactions: { ...drawn.transactions, lines: transactions },
          transfers: { ...drawn.transfers, lines: transfers },
        };
        expect(await orderless(textsOf(other))).toEqual(await orderless(textsOf(drawn)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('the order in which files are given', async () => {
    await fc.assert(
      fc.asyncProperty(imports, async (drawn) => {
        const texts = textsOf(drawn);
        const backwards = Object.fromEntries(Object.entries(texts).reverse());
        expect(await outcomeOf(backwards)).toEqual(await outcomeOf(texts));
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

/** A quote may take in the lines behind it, which are others once they are shuffled. */
const withoutQuotes = <T extends { readonly lines: readonly string[] }>(table: T): T => ({
  ...table,
  lines: table.lines.map((line) => line.replaceAll(/["\r\n]/g, '')),
});

describe('every record', () => {
  it('is used or reported, and the totals are those of the files', async () => {
    await fc.assert(
      fc.asyncProperty(imports, async (drawn) => {
        const result = await ingestTexts(textsOf(drawn));
        if (result.outcome === 'cancelled') return;
        const { files, totals } = result.report;
        for (const file of files) {
          expect(file.used + file.reported).toBe(file.records);
          expect(file.used).toBeGreaterThanOrEqual(0);
          expect(file.reported).toBeGreaterThanOrEqual(0);
        }
        expect(totals.records).toBe(files.reduce((sum, { records }) => sum + records, 0));
        expect(totals.used + totals.reported).toBe(totals.records);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
