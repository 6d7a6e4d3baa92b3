import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ReadError } from '../engine/bytes/read-error.ts';
import type { IngestResult } from '../engine/ingest/ingest.ts';
import {
  filesToMend,
  rejectedTables,
  writeRejected,
} from '../engine/ingest/reread/rejected-table.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { loadDictionary } from '../locales/load.ts';
import { openOutput } from './output.ts';

/**
 * Writes `--rejected`: in a folder, a table of the rows left out for each layout of files that has
 * some; the same bytes as in the page. The value is the number of rows.
 */
export const writeRejectedRows = async (
  { settled, report }: Extract<IngestResult, { outcome: 'ready' }>,
  folder: string,
  language: 'ru' | 'kk',
): Promise<Outcome<number>> => {
  const { faults } = await loadDictionary(language);
  const reasons = Object.fromEntries(
    Object.entries(faults).map(([code, { title }]) => [code, title]),
  );
  const hooks = { signal: new AbortController().signal, onBytes: () => undefined };
  let rows = 0;
  try {
    for (const table of rejectedTables(filesToMend(settled, report.files))) {
      mkdirSync(folder, { recursive: true });
      const output = openOutput(join(folder, table.name));
      const count = await writeRejected(
        settled,
        table,
        reasons,
        (chunk) => output.write(chunk),
        hooks,
      );
      output.close();
      rows += count ?? 0;
    }
  } catch (error) {
    if (error instanceof ReadError) return failed(error.fault);
    throw error;
  }
  return done(rows);
};
