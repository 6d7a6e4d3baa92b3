import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { SparseCells } from './sparse-cells.ts';

/** A sparse cell's name, translated into what a ledger has places for. */
export interface ReadableCell {
  readonly transfer: boolean;
  readonly row: number;
  readonly currency: number;
  readonly slot: number;
  readonly month: MonthIndex;
  /** undefined: no rate is known, the cell does not count. */
  readonly rate: number | undefined;
}

/**
 * Sparse cells grouped by client: those of client c are [offsets[c], offsets[c + 1]), in the order
 * of their names, so that converted sums are added in one order whatever the order of reading.
 */
export interface ClientCells {
  readonly offsets: Int32Array;
  readonly cells: readonly ReadableCell[];
  /** Position in `cells`. */
  readonly ids: Int32Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Groups by a counting sort, first by name and then by client: linear, however the cells lie. */
export const groupByClient = (
  sparse: SparseCells,
  clients: number,
  keys: readonly number[],
  read: (key: number) => ReadableCell,
): ClientCells => {
  const named = keys
    .map((key) => ({ key, cell: read(key) }))
    .sort((a, b) => compareCells(a.cell, b.cell));
  const idOf = new Map(named.map(({ key }, id) => [key, id]));
  const { size } = sparse;
  const entries = {
    client: new Int32Array(size),
    id: new Int32Array(size),
    sum: new Float64Array(size),
    count: new Float64Array(size),
  };
  let entry = 0;
  sparse.forEach((client: ClientIndex, key, sum, count) => {
    entries.client[entry] = client;
    entries.id[entry] = idOf.get(key)!;
    entries.sum[entry] = sum;
    entries.count[entry++] = count;
  });

  const byName = order(entries.id, named.length);
  const offsets = startsOf(entries.client, clients);
  const next = offsets.slice();
  const ids = new Int32Array(size);
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  for (const from of byName) {
    const to = next[entries.client[from]]++;
    ids[to] = entries.id[from];
    sums[to] = entries.sum[from];
    counts[to] = entries.count[from];
  }
  return { offsets, cells: named.map(({ cell }) => cell), ids, sums, counts };
};

const compareCells = (a: ReadableCell, b: ReadableCell): number =>
  Number(a.transfer) - Number(b.transfer) ||
  a.row - b.row ||
  a.currency - b.currency ||
  a.month - b.month;

/** Where each value's entries begin when they are put in order; one more for the end. */
const startsOf = (values: Int32Array, distinct: number): Int32Array => {
  const starts = new Int32Array(distinct + 1);
  for (const value of values) starts[value + 1]++;
  for (let value = 0; value < distinct; value++) starts[value + 1] += starts[value];
  return starts;
};

/** Positions of `values` in ascending order of value. */
const order = (values: Int32Array, distinct: number): Int32Array => {
  const next = startsOf(values, distinct);
  const positions = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) positions[next[values[at]]++] = at;
  return positions;
};
