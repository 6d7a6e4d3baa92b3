import type { Category } from '../features/aggregates.ts';
import type { ClientProfile } from '../features/client-table.ts';
import type { OperationRow } from './operation-row.ts';
import type { StreamFaultCode } from './stream-fault.ts';

/** Who is told what a stream says of one client after another. */
export interface ClientVisitor {
  /** One operation that is in order; what is returned rejects it all the same. */
  add(row: OperationRow): StreamFaultCode | null;
  /** An unknown category in a row whose date rejects it: files count its spelling, too. */
  spell(category: Category): void;
  /** All lines of the client have been seen; without a profile the operations are nobody's. */
  finish(profile: ClientProfile | null): void;
}
