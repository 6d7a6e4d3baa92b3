import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { MetricColumns } from '../engine/benefits/metric-columns.ts';
import type { ByteSource } from '../engine/bytes/byte-source.ts';
import type { IngestResult } from '../engine/ingest/ingest.ts';
import type { IngestHooks } from '../engine/ingest/ingest-input.ts';
import { freeze, readFiles, type Reading } from '../engine/pipeline.ts';
import type { Pool } from './pool.ts';

type Ready = Extract<IngestResult, { outcome: 'ready' }>;

export interface Measured extends Ready {
  readonly columns: MetricColumns;
}

export interface MeasuredHooks extends Omit<IngestHooks, 'scanner'> {
  /** All is read; clients are measured next. */
  readonly onRead?: () => void;
}

/** Files → features → what a catalogue asks about everybody, in the threads of a pool, which is closed then. */
export const readMeasured = async (
  sources: readonly ByteSource[],
  reading: Reading,
  catalogue: Catalogue,
  pool: Pool,
  { onRead, ...hooks }: MeasuredHooks,
): Promise<Measured | Exclude<IngestResult, Ready>> => {
  try {
    const result = await readFiles(sources, reading, { ...hooks, scanner: pool.scan });
    if (result.outcome !== 'ready') return result;
    onRead?.();
    const columns = await pool.measure(freeze(result, reading), catalogue, hooks.signal);
    return columns === null ? { outcome: 'cancelled' } : { ...result, columns };
  } finally {
    pool.close();
  }
};
