import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { CellList } from './sparse-cells.ts';

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
  /** Position in the list of names. */
  readonly ids: Int32Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** The distinct names of cells, few however many cells there are, and which one each cell has. */
export interface CellNames {
  readonly keys: readonly number[];
  /** Position in `keys`, cell by cell. */
  readonly ids: Int32Array;
}

/** A power of two: places where names met lately are remembered. */
const LATELY = 4096;

export const cellNames = ({ keys }: CellList): CellNames => {
  const known = new Map<number, number>();
  const ids = new Int32Array(keys.length);
  const lateKeys = new Float64Array(LATELY).fill(NaN);
  const lateIds = new Int32Array(LATELY);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    const place = placeOf(key);
    if (lateKeys[place] !== key) {
      const id = known.get(key) ?? known.size;
      known.set(key, id);
      lateKeys[place] = key;
      lateIds[place] = id;
    }
    ids[at] = lateIds[place];
  }
  return { keys: [...known.keys()], ids };
};

/** Category, currency and month lie in different parts of a key: all of them must tell. */
const placeOf = (key: number): number => {
  const low = key | 0;
  const high = Math.floor(key / 0x1_0000_0000);
  return (low + (low >>> 15) * 5 + high * 37) & (LATELY - 1);
};

/** Groups by a counting sort, then puts the few cells of each client in order. */
export const groupByClient = (
  list: CellList,
  names: CellNames,
  clients: number,
  read: (key: number) => ReadableCell,
): { readonly cells: ClientCells; readonly names: readonly ReadableCell[] } => {
  const named = names.keys
    .map((key, id) => ({ id, cell: read(key) }))
    .sort((a, b) => compareCells(a.cell, b.cell));
  const places = new Int32Array(named.length);
  named.forEach(({ id }, place) => (places[id] = place));

  const size = list.clients.length;
  const offsets = startsOf(list.clients, clients);
  const next = offsets.slice();
  const grouped = {
    ids: new Int32Array(size),
    sums: new Float64Array(size),
    counts: new Float64Array(size),
  };
  for (let from = 0; from < size; from++) {
    const to = next[list.clients[from]]++;
    grouped.ids[to] = places[names.ids[from]];
    grouped.sums[to] = list.sums[from];
    grouped.counts[to] = list.counts[from];
  }
  for (let client = 0; client < clients; client++) {
    const cells = offsets[client + 1] - offsets[client];
    if (cells > MANY) sortMany(grouped, offsets[client], offsets[client + 1]);
    else if (cells > 1) sortFew(grouped, offsets[client], offsets[client + 1]);
  }
  return { cells: { offsets, ...grouped }, names: named.map(({ cell }) => cell) };
};

/** Those of so many clients from `first` on. */
export const partOfCells = (
  { offsets, ids, sums, counts }: ClientCells,
  first: ClientIndex,
  clients: number,
): ClientCells => {
  const start = offsets[first];
  const end = offsets[first + clients];
  return {
    offsets: offsets.slice(first, first + clients + 1).map((offset) => offset - start),
    ids: ids.slice(start, end),
    sums: sums.slice(start, end),
    counts: counts.slice(start, end),
  };
};

/** From here on sorting by insertion would be slow. */
const MANY = 300;

type Grouped = Pick<ClientCells, 'ids' | 'sums' | 'counts'>;

const sortFew = ({ ids, sums, counts }: Grouped, from: number, to: number): void => {
  for (let at = from + 1; at < to; at++) {
    const id = ids[at];
    const sum = sums[at];
    const count = counts[at];
    let place = at;
    for (; place > from && ids[place - 1] > id; place--) {
      ids[place] = ids[place - 1];
      sums[place] = sums[place - 1];
      counts[place] = counts[place - 1];
    }
    ids[place] = id;
    sums[place] = sum;
    counts[place] = count;
  }
};

/** No two cells of a client have one name. */
const sortMany = ({ ids, sums, counts }: Grouped, from: number, to: number): void => {
  const order = Int32Array.from({ length: to - from }, (_, i) => from + i);
  order.sort((a, b) => ids[a] - ids[b]);
  for (const column of [ids, sums, counts])
    column.set(
      Array.from(order, (at) => column[at]),
      from,
    );
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
