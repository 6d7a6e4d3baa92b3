import { ChunkReader, type Numbers } from '../../engine/benefits/chunk-reader.ts';
import { Scorer } from '../../engine/benefits/scorer.ts';
import { type PopulationPart, tablesOf } from '../../engine/features/population-part.ts';
import { layOpen, type TableNames } from '../../engine/features/population-tables.ts';
import type { MeasurePort, MeasureStart } from './measure-port.ts';

/** The measuring worker, whatever thread it lives in. */
export class MeasureService implements MeasurePort {
  #prepared: { readonly names: TableNames; readonly reader: ChunkReader } | null = null;

  prepare({ names, catalogue, slots }: MeasureStart): Promise<void> {
    const { metrics } = new Scorer(catalogue, names.frame, null);
    this.#prepared = { names, reader: new ChunkReader(names.frame, metrics, slots) };
    return Promise.resolve();
  }

  measure(part: PopulationPart): Promise<Numbers[]> {
    const { names, reader } = this.#prepared!;
    const tables = tablesOf(part);
    const columns = reader.read(part.clients, (first, clients, block) => {
      layOpen(tables, names, first, clients, block);
    });
    return Promise.resolve(columns);
  }
}
