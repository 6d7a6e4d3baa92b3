import type { ByteSource } from '../bytes/byte-source.ts';
import { ReadError } from '../bytes/read-error.ts';
import type { Fault } from '../kernel/fault.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { countRecords } from './count-records.ts';
import { FileDraft } from './file-draft.ts';
import { probeFile } from './probe.ts';
import type { ReadingChoices } from './reading-choices.ts';
import type { FileFacts } from './report.ts';

export interface InspectedFile {
  readonly facts: FileFacts;
  /** Cells of the first records, by column of the file. */
  readonly sample: readonly (readonly string[])[];
  /** The fault for which an import would be refused; null when there is none. */
  readonly refusal: Fault | null;
}

interface Inspecting {
  readonly choices: ReadingChoices;
  readonly vocabulary: Vocabulary;
  /** How many records to show, at most. */
  readonly sample: number;
  readonly signal: AbortSignal;
}

/**
 * Says what a file is and counts its records without judging their values: which of them are used
 * depends on the other files of an import, and is in its report. Rejects when the signal is aborted.
 */
export const inspectFile = async (
  source: ByteSource,
  { choices, vocabulary, sample: wanted, signal }: Inspecting,
): Promise<InspectedFile> => {
  const draft = new FileDraft(source);
  const sample: (readonly string[])[] = [];
  try {
    await probeFile(draft, 0, choices, vocabulary);
    if (draft.plan !== null && !draft.skipped) {
      const take = (cells: readonly string[]): unknown => sample.push(cells);
      draft.records = await countRecords(source, draft.plan, wanted, take, signal);
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    draft.fail(error.fault);
  }
  return { facts: draft.facts(), sample, refusal: draft.refusal };
};
