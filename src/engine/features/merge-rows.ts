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
  const adopted = mostAreNew(pairs) ? table.adopt(other) : NONE;
  for (const [index, otherIndex] of pairs) {
    for (let at = 0; at < otherIndex.length; at++) {
      const row = otherIndex[at];
      if (row === NONE) continue;
      if (adopted === NONE) {
        if (index[at] === NONE) index[at] = table.addRow();
        table.addRowOf(other, row, index[at]);
      } else if (index[at] === NONE) {
        index[at] = adopted + row;
      } else {
        table.addRowOf(table, adopted + row, index[at]);
      }
    }
  }
};

const mostAreNew = (pairs: readonly IndexPair[]): boolean => {
  let known = 0;
  let fresh = 0;
  for (const [index, other] of pairs) {
    for (let at = 0; at < other.length; at++) {
      if (other[at] === NONE) continue;
      if (index[at] === NONE) fresh++;
      else known++;
    }
  }
  return fresh > known;
};
