import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReportTotals } from '../engine/ingest/report.ts';
import { done, type Outcome } from '../engine/kernel/fault.ts';
import { writeManifest } from '../project/manifest.ts';
import type { Work } from '../project/work.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { markFiles } from './repeat/match-sources.ts';
import type { ScoreOptions } from './score-options.ts';

export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes `--manifest`: what the offers were made of, so that they can be made again. */
export const writeScoreManifest = async (
  { manifest, out, paths }: ScoreOptions,
  written: WrittenFile,
  counts: ReportTotals,
  work: Work,
): Promise<Outcome<null, string>> => {
  if (manifest === null) return done(null);
  const marked = await markFiles(paths);
  if (!marked.ok) return marked;
  const asked = { what: 'offers', format: 'csv', delimiter: ',', bom: false } as const;
  const made = writeManifest({
    program: PROGRAM_VERSION,
    madeAt: new Date().toISOString(),
    exported: { name: basename(out ?? 'offers.csv'), ...written, ...asked, clients: null },
    counts,
    sources: marked.value.map(({ mark }) => mark),
    sample: null,
    work,
  });
  await writeFile(manifest, made);
  return done(null);
};
