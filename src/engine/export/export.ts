import type { CsvCell } from '../bytes/csv-row.ts';
import type { ClientIndex } from '../kernel/units.ts';

/** One kind of export: its header, and the rows of one client. */
export interface Export {
  readonly header: readonly string[];
  rows(client: ClientIndex): CsvCell[][];
}
