import { Aggregates } from '../../features/aggregates.ts';
import { CodeIndex, type CodeIndexDump } from '../../features/code-index.ts';
import type { FilePlan } from '../file-plan.ts';
import { layoutFor } from '../layout-for.ts';
import type { OperationContext } from '../operation-context.ts';
import { OperationLane } from '../operation-lane.ts';
import type { OperationSink } from '../operation-sink.ts';
import type { RangeTally } from '../range-tally.ts';
import type { SettledImport } from '../settled-import.ts';
import { Words } from '../words.ts';

/** The same reading of operations as the import's, into another sink and for these clients. */
export const rereadContext = (
  { vocabulary, window, currencies }: SettledImport,
  clients: CodeIndexDump,
  makeSink: (aggregates: Aggregates) => OperationSink,
): OperationContext => {
  // Only its names are of use: nothing is added up.
  const aggregates = new Aggregates(layoutFor(vocabulary, 1));
  return {
    vocabulary,
    clients: CodeIndex.from(clients),
    words: new Words(aggregates, vocabulary),
    sink: makeSink(aggregates),
    window,
    rates: new Set(currencies),
  };
};

/** A complete lane for one file whose remarks go to `tally`. */
export const listeningLane = (
  plan: FilePlan,
  context: OperationContext,
  tally: RangeTally,
): OperationLane => {
  context.sink.tally = tally;
  return new OperationLane(plan, context);
};
