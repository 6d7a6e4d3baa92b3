import type { InjectionKey } from 'vue';
import type { ClientRow, RowFilter } from '../../engine/ingest/reread/client-rows.ts';
import type { Outcome } from '../../engine/kernel/fault.ts';

/** The rows behind a number of one client. */
export interface FoundRows {
  /** The first ones where there are very many; amounts are hundredths of their currency. */
  readonly rows: readonly ClientRow[];
  /** Exact, as is the total. */
  readonly count: number;
  readonly total: number;
  readonly rejected: number;
}

/** How the client's panel comes by rows of the files; null: another question came first. */
export type FindClientRows = (
  client: number,
  filter: RowFilter,
) => Promise<Outcome<FoundRows | null>>;

export const FIND_CLIENT_ROWS: InjectionKey<FindClientRows> = Symbol('find-client-rows');
