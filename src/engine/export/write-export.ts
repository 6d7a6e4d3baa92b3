import { CsvWriter, type CsvWriterOptions } from '../bytes/csv-writer.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Export } from './export.ts';

type Sink = (chunk: Uint8Array<ArrayBuffer>) => void;
/** A step for every client, so that whoever writes may pause; ends with the number of data rows. */
type Writing = Generator<undefined, number, undefined>;

/** Writes an export as CSV for the given clients, in their order; returns the number of data rows. */
export const writeCsv = (
  what: Export,
  clients: Iterable<ClientIndex>,
  sink: Sink,
  options: CsvWriterOptions = {},
): number => finish(csvSteps(what, clients, sink, options));

/** The same as a JSON array of objects, one a line. */
export const writeJson = (what: Export, clients: Iterable<ClientIndex>, sink: Sink): number =>
  finish(jsonSteps(what, clients, sink));

export function* csvSteps(
  what: Export,
  clients: Iterable<ClientIndex>,
  sink: Sink,
  options: CsvWriterOptions,
): Writing {
  const writer = new CsvWriter(sink, options);
  writer.write(what.header);
  let rows = 0;
  for (const client of clients) {
    for (const cells of what.rows(client)) {
      writer.write(cells);
      rows++;
    }
    yield;
  }
  writer.end();
  return rows;
}

export function* jsonSteps(what: Export, clients: Iterable<ClientIndex>, sink: Sink): Writing {
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
    if (pending.length >= PIECE) {
      sink(encoder.encode(pending));
      pending = '';
    }
    yield;
  }
  sink(encoder.encode(`${pending}\n]\n`));
  return rows;
}

const finish = (writing: Writing): number => {
  for (;;) {
    const step = writing.next();
    if (step.done) return step.value;
  }
};

const PIECE = 1 << 16;
const encoder = new TextEncoder();
