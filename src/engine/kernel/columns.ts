/** Sets `length` numbers of a table from a place on to those of another. */
export const copyColumn = (
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  at: number,
  length: number,
): void => {
  for (let i = 0; i < length; i++) to[toAt + i] = from[at + i];
};

/** Adds to `length` numbers of a table from a place on those of another. */
export const addColumn = (
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  at: number,
  length: number,
): void => {
  let i = 0;
  // Four at a time: nearly all that is added up goes through here, and the loop costs as much as the sum.
  for (; i < length - 3; i += 4) {
    const a = toAt + i;
    const b = at + i;
    to[a] += from[b];
    to[a + 1] += from[b + 1];
    to[a + 2] += from[b + 2];
    to[a + 3] += from[b + 3];
  }
  for (; i < length; i++) to[toAt + i] += from[at + i];
};

/** Room for a column that is filled anew every time: allocated once, for the longest one. */
export class Scratch {
  #room = new Float64Array(1);

  of(length: number): Float64Array {
    if (this.#room.length < length) this.#room = new Float64Array(length);
    return this.#room;
  }
}
