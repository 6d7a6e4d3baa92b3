import { CsvWriter } from '../engine/bytes/csv-writer.ts';
import type { Journal } from './journal.ts';

/** A journal as a table, a line a change: for whoever checks a campaign later. Values are JSON. */
export const writeJournal = (
  journal: Journal,
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
): void => {
  const writer = new CsvWriter(sink, { bom: true });
  writer.write(['entry', 'at', 'kind', 'of_entry', 'what', 'before', 'after']);
  journal.forEach(({ at, kind, of, changes }, place) => {
    const head = [place + 1, at, kind, of === null ? '' : of + 1];
    if (changes.length === 0) writer.write([...head, '', '', '']);
    for (const { path, before, after } of changes) {
      writer.write([...head, path.join('.'), cell(before), cell(after)]);
    }
  });
  writer.end();
};

const cell = (value: unknown): string => (value === null ? '' : JSON.stringify(value));
