import { inspectFile } from '../../engine/ingest/inspect-file.ts';
import type { FileFacts } from '../../engine/ingest/report.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import type { Inspection, InspectJob } from './job.ts';
import { listSources } from './list-sources.ts';

const SAMPLE = 5;
const MAX_CELL = 500;

/** Says of each file, and of each in an archive, what it is and how many records it has. */
export const inspectFiles = async ({ files, reading }: InspectJob): Promise<Inspection> => {
  const { signal } = new AbortController();
  const sample: Record<string, string>[] = [];
  const perFile: FileFacts[][] = [];
  let fault: Fault | null = null;
  for (const file of files) {
    const sources = await listSources([file]);
    const found: FileFacts[] = [];
    for (const source of sources.ok ? sources.value : []) {
      const left = SAMPLE - sample.length;
      const wanted = { choices: reading, vocabulary: VOCABULARY, sample: left, signal };
      const { facts, sample: records, refusal } = await inspectFile(source, wanted);
      sample.push(...records.map((cells) => rowOf(facts.columns, cells)));
      found.push(facts);
      fault ??= refusal;
    }
    perFile.push(found);
    fault ??= sources.ok ? uselessFault(file.name, found) : sources.fault;
  }
  return { files: perFile, sample, fault };
};

/** A record by heading; whatever the headings are called, `__proto__` included. */
const rowOf = (headings: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(headings.map((name, at) => [name, (cells[at] ?? '').slice(0, MAX_CELL)]));

/** Where nothing is of use, though each file of an archive alone would only be left out. */
const uselessFault = (file: string, facts: readonly FileFacts[]): Fault | null =>
  facts.some(({ kind }) => kind !== null)
    ? null
    : (facts.flatMap(({ faults }) => faults).at(0) ?? emptyFault(file));

/** An archive without files. */
const emptyFault = (file: string): Fault => ({
  code: 'empty-file',
  severity: 'error',
  file,
  line: 0,
  column: '',
  text: '',
});
