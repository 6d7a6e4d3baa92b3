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
