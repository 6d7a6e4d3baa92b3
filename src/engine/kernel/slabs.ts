/** Rows that are allocated together: a table grows without moving, and by little more than it needs. */
export const SLAB_SHIFT = 12;
export const SLAB_ROWS = 1 << SLAB_SHIFT;

const FEWEST_ROWS = 16;

/** How many rows a slab is made for that is to have `row` of its table: the first one grows with a small table. */
export const slabRowsFor = (row: number): number => {
  if (row >= SLAB_ROWS) return SLAB_ROWS;
  let rows = FEWEST_ROWS;
  while (rows <= row) rows *= 2;
  return rows;
};

/** Copies of some rows, one after another, in slabs that `allocate` makes; the last is as long as it must be. */
export const pickRows = <Slab extends Int32Array | Uint16Array>(
  slabs: readonly Slab[],
  width: number,
  rows: readonly number[],
  allocate: (cells: number) => Slab,
): Slab[] => {
  const picked: Slab[] = [];
  for (let first = 0; first < rows.length; first += SLAB_ROWS) {
    const taken = rows.slice(first, first + SLAB_ROWS);
    const to = allocate(taken.length * width);
    for (let at = 0; at < taken.length;) {
      // Rows that lie together are copied in one go.
      const row = taken[at];
      let run = 1;
      while (taken[at + run] === row + run && ((row + run) & (SLAB_ROWS - 1)) !== 0) run++;
      const start = (row & (SLAB_ROWS - 1)) * width;
      to.set(slabs[row >> SLAB_SHIFT].subarray(start, start + run * width), at * width);
      at += run;
    }
    picked.push(to);
  }
  return picked;
};

/** What a table keeps aside of cells that are too large for it, for the rows picked. */
export const pickHigh = <Value>(
  high: ReadonlyMap<number, Value>,
  width: number,
  rows: readonly number[],
): (readonly [cell: number, value: Value])[] => {
  if (high.size === 0) return [];
  return rows.flatMap((row, picked) =>
    Array.from({ length: width }, (_, column) => high.get(row * width + column)).flatMap(
      (value, column) => (value === undefined ? [] : [[picked * width + column, value] as const]),
    ),
  );
};
