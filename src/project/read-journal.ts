import type { JsonReader } from '../engine/benefits/json-reader.ts';
import type { Change, Entry, Journal } from './journal.ts';

const MAX_ENTRIES = 100_000;
const MAX_CHANGES = 10_000;
const MAX_PATH = 64;
const KINDS = ['change', 'undo', 'redo', 'load', 'open'] as const;

/**
 * A journal from outside. The values in it are only shown and written out again, never acted on:
 * opening a project ends what can be undone.
 */
export const readJournal = (value: unknown, reader: JsonReader): Journal =>
  reader.list(value, 'journal', [0, MAX_ENTRIES], (item, path): Entry => {
    const source = reader.object(item, path, ['at', 'kind', 'of', 'changes']);
    return {
      at: reader.text(source.at, `${path}.at`),
      kind: reader.oneOf(source.kind, `${path}.kind`, KINDS),
      of: source.of === null ? null : reader.number(source.of, `${path}.of`, [0, MAX_ENTRIES]),
      changes: reader.list(source.changes, `${path}.changes`, [0, MAX_CHANGES], (change, at) =>
        readChange(change, at, reader),
      ),
    };
  });

const readChange = (value: unknown, path: string, reader: JsonReader): Change => {
  const source = reader.object(value, path, ['path', 'before', 'after']);
  return {
    path: reader.list(source.path, `${path}.path`, [0, MAX_PATH], (step, at) =>
      typeof step === 'number' ? step : reader.text(step, at),
    ),
    before: source.before ?? null,
    after: source.after ?? null,
  };
};
