import { describe, expect, it } from 'vitest';
import { MAX_WORDS } from '../../../src/engine/features/spelling-lists.ts';
import type { Scanner } from '../../../src/engine/ingest/scan-job.ts';
import { ThreadPool } from '../../../src/worker/pool.ts';
import {
  ingestTexts,
  readTexts,
  type TextOptions,
  type Texts,
} from '../../fixtures/ingest-texts.ts';
import { localPort, memoryHost } from '../../fixtures/thread-ports.ts';

const CLIENTS = 'client_code,name,status\n1,Анна,Студент\n2,Ержан,Студент\n';

const T = 'client_code,date,category,amount,product\n';
const X = 'client_code,date,type,direction,amount\n';
const dated = (at: number): string => `${1 + (at % 2)},2025-0${6 + (at % 3)}-1${at % 10}`;
/** Rows with so many different texts in one of their columns. */
const rows = (texts: number, row: (at: number) => string): string =>
  Array.from({ length: texts }, (_, at) => row(at)).join('\n');
const categories = (texts: number): string =>
  T + rows(texts, (at) => `${dated(at)},Покупка № ${at},1.50,`);
const products = (texts: number): string =>
  T + rows(texts, (at) => `${dated(at)},Такси,1.50,Договор ${at}`);
const types = (texts: number): string =>
  X + rows(texts, (at) => `${dated(at)},за обед ${at},out,1.50`);
const directions = (texts: number): string =>
  X + rows(texts, (at) => `${dated(at)},p2p_out,кому-то ${at},1.50`);

const importOf = (operations: string): Texts => ({ 'clients.csv': CLIENTS, 'o.csv': operations });
const outcomeOf = async (texts: Texts, options: TextOptions = {}): Promise<unknown> => {
  const result = await ingestTexts(texts, options);
  return result.outcome === 'refused' ? [result.fault, result.report] : result.outcome;
};
const refusal = (file: string, column: string) => ({
  outcome: 'refused',
  fault: { code: 'too-many-words', file, column, line: 0, text: '' },
});

const inPool = (workers: number, range: number): Scanner =>
  new ThreadPool({
    host: memoryHost({}),
    connect: () => localPort({}),
    workers,
    sizes: { range, batch: 50, local: 0 },
  }).scan;

describe('a column of words that holds free text', () => {
  it.each([
    ['category', categories],
    ['product', products],
    ['type', types],
    ['direction', directions],
  ] as const)('is refused by its name: %s', async (column, of) => {
    expect(await ingestTexts(importOf(of(MAX_WORDS + 1)))).toMatchObject(refusal('o.csv', column));
  });

  it('is refused among the clients too', async () => {
    const clients = `client_code,name,status\n${rows(MAX_WORDS + 1, (at) => `${at},A,статус ${at}`)}`;
    const texts = { 'clients.csv': clients, 'o.csv': categories(1) };
    expect(await ingestTexts(texts)).toMatchObject(refusal('clients.csv', 'status'));
  });

  it('is words up to the bound, every one of them counted', async () => {
    const { report } = await readTexts(importOf(categories(MAX_WORDS)));
    expect(report.files[1]).toMatchObject({
      used: MAX_WORDS,
      faultCounts: { 'unknown-category': MAX_WORDS },
    });
  });

  it('is refused for few texts as well, when they are very long', async () => {
    const long = 'x'.repeat(1 << 20);
    const texts = importOf(T + rows(17, (at) => `${dated(at)},${long}${at},1.50,`));
    expect(await ingestTexts(texts)).toMatchObject(refusal('o.csv', 'category'));
  });

  it('counts in all files together', async () => {
    const [header, ...lines] = categories(MAX_WORDS + 1).split('\n');
    const part = (from: number, to: number): string =>
      [header, ...lines.slice(from, to)].join('\n');
    const texts = {
      'clients.csv': CLIENTS,
      'b.csv': part(0, 3000),
      'a.csv': part(3000, MAX_WORDS + 1),
    };
    expect(await ingestTexts(texts)).toMatchObject(refusal('a.csv', 'category'));
    expect(await ingestTexts({ ...texts, 'b.csv': part(1, 3000) })).toMatchObject({
      outcome: 'ready',
    });
  });

  it('is no question of who read it, in what order', async () => {
    // Types have too many texts as well, but categories are looked at first.
    const operations = categories(MAX_WORDS + 1);
    const both = { ...importOf(operations), 'x.csv': types(MAX_WORDS + 1) };
    const expected = await outcomeOf(both);
    expect(expected).toMatchObject([{ code: 'too-many-words', file: 'o.csv' }, {}]);
    const [header, ...lines] = operations.split('\n');
    const turned = { ...both, 'o.csv': [header, ...lines.toReversed()].join('\n') };
    expect(await outcomeOf(turned)).toEqual(expected);
    expect(await outcomeOf(both, { chunk: 1000 })).toEqual(expected);
    expect(await outcomeOf(both, { fastLane: false })).toEqual(expected);
    for (const workers of [1, 2, 3, 4]) {
      const options = { identicalUpTo: 1000, scanner: inPool(workers, 50_000) };
      expect(await outcomeOf(both, options)).toEqual(expected);
    }
  });

  it('can be left out by hand', async () => {
    const choices = { headings: { product: null } };
    const { report } = await readTexts(importOf(products(MAX_WORDS + 1)), { choices });
    expect(report.files[1].used).toBe(MAX_WORDS + 1);
  });
});
