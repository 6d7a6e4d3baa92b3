import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { Numbers } from '../../engine/benefits/chunk-reader.ts';
import type { PopulationPart } from '../../engine/features/population-part.ts';
import type { TableNames } from '../../engine/features/population-tables.ts';

/** Everything a worker must know before it is given clients. Plain data. */
export interface MeasureStart {
  readonly names: TableNames;
  readonly catalogue: Catalogue;
  /** Which of the catalogue's metrics are wanted, in its scorer's order. */
  readonly slots: readonly number[];
}

/** A worker that works out metrics, as its coordinator sees it. */
export interface MeasurePort {
  prepare(start: MeasureStart): Promise<void>;
  /** A column for each metric wanted, of the clients of one chunk. */
  measure(part: PopulationPart): Promise<Numbers[]>;
}
