import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { ReadError } from '../../engine/bytes/read-error.ts';
import { FileDraft } from '../../engine/ingest/file-draft.ts';
import { probeFile } from '../../engine/ingest/probe.ts';
import type { ReadingChoices } from '../../engine/ingest/reading-choices.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import { countRecords } from './count-records.ts';
import type { FileFacts, Inspection, InspectJob } from './job.ts';
import { listSources } from './list-sources.ts';

const SAMPLE = 5;
const MAX_CELL = 500;

/** Says of each file what it is and how many records it has, without judging their values. */
export const inspectFiles = async ({ files, reading }: InspectJob): Promise<Inspection> => {
  const sample: Record<string, string>[] = [];
  const perFile: FileFacts[][] = [];
  let fault: Fault | null = null;
  for (const file of files) {
    const sources = await listSources([file]);
    const facts: FileFacts[] = [];
    for (const source of sources.ok ? sources.value : []) {
      const draft = new FileDraft(source);
      await inspect(draft, source, reading, sample);
      fault ??= draft.refusal;
      facts.push(factsOf(draft));
    }
    perFile.push(facts);
    fault ??= sources.ok ? uselessFault(file.name, facts) : sources.fault;
  }
  return { files: perFile, sample, fault };
};

const inspect = async (
  draft: FileDraft,
  source: ByteSource,
  reading: ReadingChoices,
  sample: Record<string, string>[],
): Promise<void> => {
  try {
    await probeFile(draft, 0, reading, VOCABULARY);
    if (draft.plan === null || draft.skipped) return;
    const { headings } = draft.plan;
    draft.records = await countRecords(source, draft.plan, SAMPLE - sample.length, (cells) => {
      sample.push(
        Object.fromEntries(
          headings.map((name, at) => [name, (cells[at] ?? '').slice(0, MAX_CELL)]),
        ),
      );
    });
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    draft.fail(error.fault);
  }
};

/** Whether its rows are used is not known yet: that depends on the other files. */
const factsOf = (draft: FileDraft): FileFacts => {
  const { name, kind, encoding, delimiter, decimal, dateOrder, ...rest } = draft.finish();
  const { bytes, columns, records, faults, faultCounts } = rest;
  return {
    name,
    kind,
    encoding,
    delimiter,
    decimal,
    dateOrder,
    bytes,
    columns,
    records,
    faults,
    faultCounts,
  };
};

/** An archive in which nothing is of use, though each of its files alone would only be left out. */
const uselessFault = (file: string, facts: readonly FileFacts[]): Fault | null => {
  if (facts.some(({ kind }) => kind !== null)) return null;
  const nothing = {
    code: 'archive-empty',
    severity: 'error',
    file,
    line: 0,
    column: '',
    text: '',
  } as const;
  return facts.flatMap(({ faults }) => faults).at(0) ?? nothing;
};
