import { describe, expect, it } from 'vitest';
import { RereadRows } from '../../../src/worker/desk/reread-rows.ts';
import type { RowFilter } from '../../../src/worker/contract.ts';
import { chunkedSource, ingestTexts, RATES, readTexts } from '../../fixtures/ingest-texts.ts';

const ALL: RowFilter = { kind: null, what: null, direction: null, month: null };
const silent = (): void => undefined;

const HEAD = 'client_code,category,amount,currency';
const TEXTS = {
  'clients.csv': 'client_code,name\n1,Анна\n2,Ерлан\n',
  'a.csv': `${HEAD}\n1,Такси,100.50,KZT\n2,Такси,1,KZT\n1,Кафе и рестораны,2,USD\n1,Такси,x,KZT\n`,
};

/** A reader over an import, and the names of the files that are read from then on. */
const readerOver = async (texts: Record<string, string>) => {
  const { settled, report } = await readTexts(texts);
  const read: string[] = [];
  const files = settled.files.map((file) => ({
    ...file,
    source: {
      ...file.source,
      read: (start?: number, end?: number) => {
        read.push(file.source.name);
        return file.source.read(start, end);
      },
    },
  }));
  const present = { read: { settled: { ...settled, files } }, report, fx: RATES };
  return { read, files, reader: new RereadRows(() => present) };
};

describe('the rows behind a number', () => {
  it('have the sum of the number, at the rates of the result', async () => {
    const { reader } = await readerOver(TEXTS);
    const found = await reader.ofClient(0, ALL, silent);
    expect(found).toMatchObject({ ok: true, value: { count: 2, rejected: 1 } });
    expect(found.ok && found.value?.total).toBe(100.5 + 2 * RATES.USD);
  });

  it('are read once for a client, whatever is asked of them', async () => {
    const { reader, read } = await readerOver(TEXTS);
    await reader.ofClient(0, ALL, silent);
    const cafe = await reader.ofClient(0, { ...ALL, what: 'кафе и рестораны' }, silent);
    expect(cafe).toMatchObject({ value: { count: 1, rows: [{ line: 4 }] } });
    expect(read).toEqual(['a.csv']);
    await reader.ofClient(1, ALL, silent);
    expect(read).toEqual(['a.csv', 'a.csv']);
  });

  it('are asked of the files each time when they are too many to keep', async () => {
    const many = Array.from({ length: 10_001 }, () => '1,Такси,1,KZT\n').join('');
    const { reader, read } = await readerOver({
      ...TEXTS,
      'a.csv': `${HEAD}\n${many}1,Кафе и рестораны,5,KZT\n`,
    });
    const all = await reader.ofClient(0, ALL, silent);
    expect(all.ok && all.value).toMatchObject({ count: 10_002, total: 10_006 });
    expect(all.ok && all.value?.rows).toHaveLength(10_000);
    const last = await reader.ofClient(0, { ...ALL, what: 'Кафе и рестораны' }, silent);
    expect(last).toMatchObject({ value: { count: 1, total: 5, rows: [{ line: 10_003 }] } });
    expect(new Set(read)).toEqual(new Set(['a.csv']));
  });

  it('are a fault when the file has changed, and null when somebody stopped them', async () => {
    const { reader, files } = await readerOver(TEXTS);
    const stopped = reader.ofClient(1, ALL, silent);
    reader.stop();
    expect(await stopped).toEqual({ ok: true, value: null });
    Object.assign(files[0].source, chunkedSource('a.csv', `${HEAD}\n`));
    expect(await reader.ofClient(0, ALL, silent)).toMatchObject({
      ok: false,
      fault: { code: 'file-changed', file: 'a.csv' },
    });
  });

  it('of a later question come instead of those of an earlier one', async () => {
    const { reader } = await readerOver(TEXTS);
    const [first, second] = await Promise.all([
      reader.ofClient(0, ALL, silent),
      reader.ofClient(1, ALL, silent),
    ]);
    expect(first).toEqual({ ok: true, value: null });
    expect(second).toMatchObject({ value: { count: 1 } });
  });
});

describe('rejected rows', () => {
  it('are a table of those files that have some', async () => {
    const { reader, read } = await readerOver(TEXTS);
    const made = await reader.rejected(null, { 'amount-unreadable': 'Не число' }, silent);
    if (!made.ok || made.value === null) throw new Error('stopped');
    expect(made.value.map(({ name, rows }) => [name, rows])).toEqual([
      ['rejected-transactions.csv', 1],
    ]);
    expect(await made.value[0].blob.text()).toContain('a.csv,5,Не число: amount,1,Такси,x,KZT');
    expect(read).toEqual(['a.csv']);
    expect(await reader.rejected(['clients.csv'], {}, silent)).toEqual({ ok: true, value: [] });
  });
});

describe('the lines of a file', () => {
  it('are there for what stands and for what was refused last', async () => {
    const { reader } = await readerOver(TEXTS);
    expect(await reader.records('loaded', 'a.csv', 5, 1)).toMatchObject({
      value: [{ cells: ['1', 'Такси', 'x', 'KZT'] }],
    });
    expect(await reader.records('refused', 'x.csv', 1, 1)).toEqual({ ok: true, value: [] });
    const refused = await ingestTexts({ 'x.csv': 'Клиент,Что\n1,2\n' });
    if (refused.outcome !== 'refused') throw new Error(refused.outcome);
    expect(reader.refused(refused)).not.toHaveProperty('settled');
    expect(await reader.records('refused', 'x.csv', 1, 5)).toMatchObject({
      value: [{ cells: ['Клиент', 'Что'] }, { cells: ['1', '2'] }],
    });
    reader.clear();
    expect(await reader.records('refused', 'x.csv', 1, 5)).toEqual({ ok: true, value: [] });
  });
});
