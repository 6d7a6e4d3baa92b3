import type { OperationRow } from './operation-row.ts';

const SUM = /^-?[0-9]{1,38}$/;
const COUNT = /^[1-9][0-9]{0,14}$/;
const MAX_PLAIN = 2 ** 52;

/**
 * Fills a row that stands for several: `sum` is an integer in hundredths, exact at any size, and
 * `count` says of how many operations. False when either is none such.
 */
export const readSum = (sum: string, count: string, row: OperationRow): boolean => {
  if (!SUM.test(sum) || !COUNT.test(count)) return false;
  const value = Number(sum);
  const isPlain = Math.abs(value) <= MAX_PLAIN;
  // −0 would be told apart from 0.
  row.amount = isPlain ? value + 0 : 0;
  row.large = isPlain ? null : BigInt(sum);
  row.count = Number(count);
  return true;
};
