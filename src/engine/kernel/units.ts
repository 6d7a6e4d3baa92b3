/**
 * Every number has a unit. The aliases are for readers: the compiler treats them all as `number`.
 */

/** Hundredths of a tenge (or of any other currency): always an integer, never a fraction of money. */
export type Tiyn = number;

/** Tenge as a double: only right of the exact sums, where rates multiply. Not for adding rows. */
export type Tenge = number;

/** A count of bytes or an offset in a file. Not characters. */
export type Bytes = number;

/** Position of a client in the clients table, 0-based, in order of first sight. Not its code. */
export type ClientIndex = number;

/** Calendar month as `year * 12 + (month - 1)`: consecutive months differ by one. Not a slot. */
export type MonthIndex = number;

/** Physical line in a file, 1-based. Not a record number: a quoted cell may span lines. */
export type Line = number;
