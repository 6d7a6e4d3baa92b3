import { ReadError } from '../bytes/read-error.ts';
import type { Aggregates } from '../features/aggregates.ts';
import type { ClientTable } from '../features/client-table.ts';
import type { Fault } from '../kernel/fault.ts';
import { Attempt, type Knowledge } from './attempt.ts';
import { type Decision, settle } from './decisions.ts';
import { importFault, operationFaults, writeReport } from './finish-report.ts';
import { windowOf, windowsDiffer } from './month-window.ts';
import type { IngestHooks, IngestInput } from './ingest-input.ts';
import type { ImportReport } from './report.ts';
import type { SettledImport } from './settled-import.ts';

export type IngestResult =
  | {
      readonly outcome: 'ready';
      readonly report: ImportReport;
      readonly clients: ClientTable;
      readonly aggregates: Aggregates;
      readonly settled: SettledImport;
    }
  | {
      readonly outcome: 'refused';
      readonly report: ImportReport;
      readonly fault: Fault;
      readonly settled: SettledImport;
    }
  | { readonly outcome: 'cancelled' };

/** More than any data can ask for: an encoding, then marks and orders, then the months these give. */
const MAX_PASSES = 6;

/**
 * From files to aggregates and a report on every record. Reads with what the heads of the files
 * suggest; where the rest proves otherwise, reads again with what was proved. Every pass settles
 * something for good, and what it settles does not depend on how it was read, so this ends.
 */
export const ingest = async (input: IngestInput, hooks: IngestHooks): Promise<IngestResult> => {
  const sources = [...input.sources].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  let knowledge: Knowledge = { decisions: new Map(), window: null };
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const attempt = new Attempt({ ...input, sources }, hooks, pass);
    try {
      if (!(await attempt.read(knowledge))) return { outcome: 'cancelled' };
      const more = await settleAll(attempt, knowledge, input);
      if (more === null) return conclude(attempt, input);
      knowledge = more;
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return concludeFailed(attempt, input, error.fault);
    }
  }
  throw new Error('the files prove something else on every reading');
};

/** What is known now that all was read; null when nothing asks for another reading. */
const settleAll = async (
  attempt: Attempt,
  { decisions }: Knowledge,
  { choices, vocabulary }: IngestInput,
): Promise<Knowledge | null> => {
  const settled = new Map<number, Decision>(decisions);
  let changed = false;
  for (const [file, draft] of attempt.drafts.entries()) {
    const decision = await settle(draft, choices, attempt.encodingOpen.has(draft), vocabulary);
    if (decision === null) continue;
    settled.set(file, { ...settled.get(file), ...decision });
    changed = true;
  }
  const window = windowOf(attempt.monthRows);
  const moved = windowsDiffer(attempt.window, window, attempt.monthRows);
  return changed || moved ? { decisions: settled, window } : null;
};

const conclude = (attempt: Attempt, input: IngestInput): IngestResult => {
  const { clients, aggregates } = attempt;
  const refusal = attempt.refusal ?? nothingToScore(attempt);
  if (refusal !== null || aggregates === null) {
    const fault = refusal ?? importFault('no-operations');
    return refuse(attempt, input, fault);
  }
  const report = reportOn(attempt, input, null);
  return { outcome: 'ready', report, clients, aggregates, settled: attempt.settled() };
};

const nothingToScore = ({ clients, aggregates }: Attempt): Fault | null => {
  if (clients.size === 0) return importFault('no-clients');
  return aggregates === null ? importFault('no-operations') : null;
};

/** A source could not be read to its end. */
const concludeFailed = (attempt: Attempt, input: IngestInput, fault: Fault): IngestResult => {
  attempt.drafts.find(({ source }) => source.name === fault.file)?.fail(fault);
  return refuse(attempt, input, fault);
};

const refuse = (attempt: Attempt, input: IngestInput, fault: Fault): IngestResult => ({
  outcome: 'refused',
  fault,
  report: reportOn(attempt, input, fault),
  settled: attempt.settled(),
});

const reportOn = (attempt: Attempt, input: IngestInput, refusal: Fault | null): ImportReport =>
  writeReport({
    drafts: attempt.drafts,
    faults: [
      ...(refusal?.file === '' ? [refusal] : []),
      ...(attempt.aggregates === null ? [] : operationFaults(attempt.drafts, attempt.ranges)),
    ],
    refused: refusal !== null,
    clients: attempt.clients.size,
    monthRows: attempt.monthRows,
    window: attempt.window,
    months: input.months,
  });
