/** The version of the lines described in src/engine/stream/FORMAT.md: another column or escape makes another one. */
export const STREAM_FORMAT = 1;

export const STREAM_KINDS = ['clients', 'transactions', 'transfers'] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

export const OPERATION_KINDS = ['transactions', 'transfers'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Where the cells of an operation stand; `what` is a category or a transfer's type. */
export const OPERATION_CELL = {
  code: 0,
  kind: 1,
  date: 2,
  what: 3,
  amount: 4,
  currency: 5,
  product: 6,
  direction: 7,
  count: 8,
  proved: 9,
} as const;

/** Where the cells of a client's profile stand, behind code and kind. */
export const PROFILE_CELL = {
  name: 2,
  status: 3,
  balance: 4,
  age: 5,
  city: 6,
  language: 7,
} as const;

/** More cells than these must be empty; cells that are left out at the end are null. */
export const MAX_CELLS = 10;

/** A cell; null where the source has no such column at all, which is not the same as empty. */
export type StreamCell = string | null;
