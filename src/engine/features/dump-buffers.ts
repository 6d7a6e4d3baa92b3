import type { AggregatesDump } from './aggregates.ts';
import type { MonthPagesDump } from './month-pages.ts';
import type { PopulationPart } from './population-part.ts';

/** The buffers of a dump, for transferring them to another thread instead of copying. */
export const dumpBuffers = ({
  spend,
  transfers,
  sparse,
  traitSets,
}: AggregatesDump): ArrayBuffer[] =>
  buffersOf([...pageArrays(spend), ...pageArrays(transfers), sparse.cells, ...traitSets.planes]);

/** The same for a part of a population. */
export const partBuffers = ({
  profiles,
  spend,
  transfers,
  cells,
  traits,
}: PopulationPart): ArrayBuffer[] =>
  buffersOf([
    ...[profiles.status, profiles.age, profiles.balance],
    ...pageArrays(spend),
    ...pageArrays(transfers),
    ...[cells.offsets, cells.ids, cells.sums, cells.counts],
    ...traits.planes,
  ]);

export const buffersOf = (arrays: readonly ArrayBufferView[]): ArrayBuffer[] =>
  arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);

const pageArrays = ({ pages, sums, countRows, counts }: MonthPagesDump): ArrayBufferView[] => [
  ...pages.map(([, page]) => page),
  ...sums.slabs,
  countRows,
  ...counts.slabs,
];
