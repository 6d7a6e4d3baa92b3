/** Entry of an index for what has no row. */
export const NONE = -1;

/** A growing table whose rows can be added up or taken over. */
export interface RowTable<Self> {
  addRow(): number;
  addRowOf(other: Self, otherRow: number, row: number): void;
  adopt(other: Self): number;
}

/** Two indexes that name rows for the same things: the one to be completed, and the other's. */
export type IndexPair = readonly [index: Int32Array, other: Int32Array];

/**
 * Adds all rows of `other` to `table`; the indexes say which rows belong together. Where most rows
 * are new, the other's memory is taken over as it is. Uses `other` up.
 */
export const mergeRows = <Table extends RowTable<Table>>(
  table: Table,
  other: Table,
  pairs: readonly IndexPair[],
): void => {
  // A loop for each index by itself: one around the other is compiled anew for every index.
  if (pairs.reduce((surplus, pair) => surplus + surplusOfNew(pair), 0) > 0) {
    const adopted = table.adopt(other);
    for (const pair of pairs) linkRows(table, pair, adopted);
  } else {
    for (const pair of pairs) addRows(table, other, pair);
  }
};

/** How many more rows are new than known. */
const surplusOfNew = ([index, other]: IndexPair): number => {
  let surplus = 0;
  for (let at = 0; at < other.length; at++) {
    if (other[at] !== NONE) surplus += index[at] === NONE ? 1 : -1;
  }
  return surplus;
};

/** The other's rows are in the table already, from `adopted` on. */
const linkRows = <Table extends RowTable<Table>>(
  table: Table,
  [index, other]: IndexPair,
  adopted: number,
): void => {
  for (let at = 0; at < other.length; at++) {
    if (other[at] === NONE) continue;
    const row = adopted + other[at];
    if (index[at] === NONE) index[at] = row;
    else table.addRowOf(table, row, index[at]);
  }
};

const addRows = <Table extends RowTable<Table>>(
  table: Table,
  otherTable: Table,
  [index, other]: IndexPair,
): void => {
  for (let at = 0; at < other.length; at++) {
    if (other[at] === NONE) continue;
    if (index[at] === NONE) index[at] = table.addRow();
    table.addRowOf(otherTable, other[at], index[at]);
  }
};
