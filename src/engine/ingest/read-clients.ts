import type { ClientTable } from '../features/client-table.ts';
import { KZT } from '../features/aggregates.ts';
import type { Bytes } from '../kernel/units.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { ClientLane } from './client-lane.ts';
import { ClientSink } from './client-sink.ts';
import { addEvidence } from './evidence.ts';
import type { FileDraft } from './file-draft.ts';
import { RangeTally } from './range-tally.ts';
import { RecordScan } from './record-scan.ts';
import { streamRange, wholeFile } from './scan-range.ts';
import { UsualClients } from './usual-clients.ts';

export interface ClientsJob {
  readonly draft: FileDraft;
  /** Those of all files by position, for the rows that a later one replaces. */
  readonly drafts: readonly FileDraft[];
  readonly clients: ClientTable;
  readonly vocabulary: Vocabulary;
  /** False: every row goes through the complete lane, to prove that the lanes agree. */
  readonly fastLane: boolean;
}

/**
 * Reads one clients file into the table; `drafts` are those of all files by position, for the rows
 * that a later one replaces. Returns false when the signal stopped it.
 */
export const readClients = async (
  { draft, drafts, clients, vocabulary, fastLane }: ClientsJob,
  signal: AbortSignal,
  onProgress: (bytes: Bytes, records: number) => void,
): Promise<boolean> => {
  const plan = draft.plan!;
  const tally = new RangeTally();
  const sink = new ClientSink(plan, clients, tally, ({ file, line, balance }, code) => {
    const loser = drafts[file];
    if (loser === draft) {
      tally.used--;
      tally.sums.add(0, -balance);
      tally.report('superseded-client', line, plan.headings[plan.columns.client_code!], code);
    } else {
      loser.used--;
      loser.addSum(KZT, BigInt(-balance));
      loser.report(
        'superseded-client',
        line,
        loser.headings[loser.plan!.columns.client_code!],
        code,
      );
    }
  });
  const lane = new ClientLane(plan, sink, vocabulary);
  const usual =
    fastLane && UsualClients.suits(plan) ? new UsualClients(plan, sink, vocabulary) : null;
  const range = wholeFile(plan);
  const scan = new RecordScan(plan.delimiter, range, tally, lane, usual);
  let records = 0;
  const finished = await streamRange(draft.source, plan, range, scan, signal, (bytes) => {
    onProgress(bytes, tally.records - records);
    records = tally.records;
  });
  if (!finished) return false;
  scan.end();
  sink.finish();
  draft.faults.append(tally.faults.dump(), 0);
  draft.lines += scan.lines;
  draft.records += tally.records;
  draft.used += tally.used;
  for (const [currency, sum] of tally.currencyTotals([KZT])) draft.addSum(currency, sum);
  addEvidence(draft.evidence, tally.evidence);
  if (lane.twinConflict) {
    const { line, column, text } = lane.twinConflict;
    draft.report('needed-column-twice', line, column, text);
  }
  return true;
};
