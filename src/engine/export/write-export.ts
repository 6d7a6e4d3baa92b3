import { CsvWriter, type CsvWriterOptions } from '../bytes/csv-writer.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Export } from './export.ts';

/** Writes an export as CSV for the given clients, in their order; returns the number of data rows. */
export const writeCsv = (
  what: Export,
  clients: Iterable<ClientIndex>,
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
  options: CsvWriterOptions = {},
): number => {
  const writer = new CsvWriter(sink, options);
  writer.write(what.header);
  let rows = 0;
  for (const client of clients) {
    for (const cells of what.rows(client)) {
      writer.write(cells);
      rows++;
    }
  }
  writer.end();
  return rows;
};

/** The same as a JSON array of objects, one a line. */
export const writeJson = (
  what: Export,
  clients: Iterable<ClientIndex>,
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
): number => {
  let pending = '[';
  let rows = 0;
  for (const client of clients) {
    for (const cells of what.rows(client)) {
      const entries = what.header.map(
        (name, at) => [name, cells[at] === '' ? null : cells[at]] as const,
      );
      pending += `${rows === 0 ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(entries))}`;
      rows++;
    }
    if (pending.length < PIECE) continue;
    sink(encoder.encode(pending));
    pending = '';
  }
  sink(encoder.encode(`${pending}\n]\n`));
  return rows;
};

const PIECE = 1 << 16;
const encoder = new TextEncoder();
