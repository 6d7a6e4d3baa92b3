import type { AggregatesDump } from './aggregates.ts';
import type { MonthPagesDump } from './month-pages.ts';

/** The buffers of a dump, for transferring them to another thread instead of copying. */
export const dumpBuffers = ({
  spend,
  transfers,
  sparse,
  traitSets,
}: AggregatesDump): ArrayBuffer[] => {
  const arrays = [
    ...pageArrays(spend),
    ...pageArrays(transfers),
    sparse.cells,
    ...traitSets.planes,
  ];
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
};

const pageArrays = ({ pages, sums, countRows, counts }: MonthPagesDump): ArrayBufferView[] => [
  ...pages.map(([, page]) => page),
  ...sums.slabs,
  countRows,
  ...counts.slabs,
];
