/** Where the fields of a row lie, as in ../written-rows.ts. A word lies at four times its role. */
export const ROW_BYTES: usize = 64;
export const CLIENT: usize = 0;
export const DAY: usize = 4;
export const STAMP: usize = 8;
export const HAS_DECIMALS: usize = 12;
export const CATEGORY: usize = 16;
export const CURRENCY: usize = 20;
export const TYPE: usize = 24;
export const DIRECTION: usize = 28;
export const PRODUCT: usize = 32;
/** How many rows were passed before it. */
export const ORDINAL: usize = 40;
/** 1 when the row is added up already. */
export const IS_ADDED: usize = 44;
/** Hundredths, as a double and as an integer. */
export const VALUE: usize = 48;
export const RAW: usize = 56;
