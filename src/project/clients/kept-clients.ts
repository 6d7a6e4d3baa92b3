import type { Aggregates } from '../../engine/features/aggregates.ts';
import type { ClientTable } from '../../engine/features/client-table.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';

/** What an import comes to without its files: enough to score it by any catalogue and rates. */
export interface KeptClients {
  readonly report: ImportReport;
  readonly clients: ClientTable;
  readonly aggregates: Aggregates;
}

/** By what sums are told apart, in order: sums under other lists would mean other things. */
export const columnsOf = ({ categories, transferTypes }: Vocabulary): readonly string[] => [
  ...categories,
  ...transferTypes.map(({ name, direction }) => `${direction} ${name}`),
];
