import { transfer } from 'comlink';
import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { CHUNK, type Numbers } from '../../engine/benefits/chunk-reader.ts';
import { MetricColumns } from '../../engine/benefits/metric-columns.ts';
import { Scorer } from '../../engine/benefits/scorer.ts';
import { partBuffers } from '../../engine/features/dump-buffers.ts';
import type { FrozenPopulation } from '../../engine/features/frozen-population.ts';
import { nextTurn } from '../next-turn.ts';
import type { MeasurePort } from './measure-port.ts';

/** A worker that has the next chunk already does not wait for this thread, which is busy itself. */
const AHEAD = 2;

/**
 * A population's columns for a catalogue, worked out by this thread and the workers: whoever is done
 * takes the next chunk. null when the signal stopped it.
 */
export const measurePopulation = async (
  population: FrozenPopulation,
  catalogue: Catalogue,
  ports: readonly MeasurePort[],
  signal: AbortSignal,
): Promise<MetricColumns | null> => {
  const columns = new MetricColumns(population);
  const { metrics } = new Scorer(catalogue, population.frame, null);
  const slots = columns.missing(metrics);
  const chunks: Numbers[][] = [];
  let next = 0;
  const share = async (read: (chunk: number) => Promise<Numbers[]>): Promise<void> => {
    while (next < columns.chunkCount && !signal.aborted) {
      const chunk = next++;
      chunks[chunk] = await read(chunk);
    }
  };
  const here = async (): Promise<void> => {
    const read = columns.reader(metrics, slots);
    await share(async (chunk) => {
      await nextTurn();
      return read(chunk);
    });
  };
  const there = async (port: MeasurePort): Promise<void> => {
    await port.prepare({ names: population.names, catalogue, slots });
    const read = (chunk: number): Promise<Numbers[]> => {
      const part = population.part(chunk * CHUNK, columns.clientsOf(chunk));
      return port.measure(transfer(part, partBuffers(part)));
    };
    await Promise.all(Array.from({ length: AHEAD }, () => share(read)));
  };
  await Promise.all([here(), ...ports.map(there)]);
  if (signal.aborted) return null;
  columns.take(metrics, slots, chunks);
  return columns;
};
