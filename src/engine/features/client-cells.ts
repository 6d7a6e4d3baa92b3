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

/** All sparse cells in a row, in no particular order, their names told apart by number. */
export interface CellList {
  readonly client: Int32Array;
  /** Position in `keys`. */
  readonly id: Int32Array;
  readonly sum: Float64Array;
  readonly count: Float64Array;
  /** The distinct names: few, however many cells there are. */
  readonly keys: readonly number[];
}

export const listCells = (sparse: SparseCells): CellList => {
  const { size } = sparse;
  const list = {
    client: new Int32Array(size),
    id: new Int32Array(size),
    sum: new Float64Array(size),
    count: new Float64Array(size),
  };
  const ids = new Map<number, number>();
  let entry = 0;
  sparse.forEach((client: ClientIndex, key, sum, count) => {
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    list.client[entry] = client;
    list.id[entry] = id;
    list.sum[entry] = sum;
    list.count[entry++] = count;
  });
  return { ...list, keys: [...ids.keys()] };
};

/** Groups by a counting sort, first by name and then by client: linear, however the cells lie. */
export const groupByClient = (
  list: CellList,
  clients: number,
  read: (key: number) => ReadableCell,
): ClientCells => {
  const named = list.keys
    .map((key, id) => ({ id, cell: read(key) }))
    .sort((a, b) => compareCells(a.cell, b.cell));
  const size = list.client.length;
  const offsets = startsOf(list.client, clients);
  const next = offsets.slice();
  const ids = new Int32Array(size);
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  const byKey = order(list.id, named.length);
  const starts = startsOf(list.id, named.length);
  named.forEach(({ id }, place) => {
    for (let at = starts[id]; at < starts[id + 1]; at++) {
      const from = byKey[at];
      const to = next[list.client[from]]++;
      ids[to] = place;
      sums[to] = list.sum[from];
      counts[to] = list.count[from];
    }
  });
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
