import { expect, it } from 'vitest';
import { CsvWriter } from '../../../src/engine/bytes/csv-writer.ts';
import type { CsvWriterOptions } from '../../../src/engine/bytes/csv-writer.ts';

const written = (rows: readonly string[][], options?: CsvWriterOptions): string[] => {
  const chunks: Uint8Array[] = [];
  const writer = new CsvWriter((chunk) => chunks.push(chunk), options);
  for (const row of rows) writer.write(row);
  writer.end();
  return chunks.map((chunk) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(chunk));
};

it('writes UTF-8 rows', () => {
  expect(written([['код'], ['1']])).toEqual(['код\n1\n']);
});

it('writes a BOM when asked, even before nothing', () => {
  expect(written([['a']], { bom: true })).toEqual(['\ufeffa\n']);
  expect(written([], { bom: true })).toEqual(['\ufeff']);
});

it('hands over a chunk when enough has gathered, and keeps its hands off it', () => {
  const rows = [['aaaa'], ['bbbb'], ['cccc']];
  expect(written(rows, { chunkSize: 6 })).toEqual(['aaaa\nbbbb\n', 'cccc\n']);
  expect(written(rows, { chunkSize: 1 })).toEqual(['aaaa\n', 'bbbb\n', 'cccc\n']);
});

it('hands over nothing when there is nothing', () => {
  expect(written([])).toEqual([]);
});

it('takes another delimiter', () => {
  expect(written([['a', 'b;c']], { delimiter: ';' })).toEqual(['a;"b;c"\n']);
});
