import type { Tenge } from '../kernel/units.ts';

/** U+00A0: keeps an amount and its sign on one line, and every device font has it. */
const NBSP = '\u00a0';

/** An integer with its digits in threes. Written by hand: Intl costs more than the rest of a text. */
export const groupedText = (value: number): string => {
  const digits = Math.round(value).toString();
  let text = digits.slice(0, digits.length % 3);
  for (let at = digits.length % 3; at < digits.length; at += 3) {
    text += (text === '' ? '' : NBSP) + digits.slice(at, at + 3);
  }
  return text;
};

export const moneyText = (value: Tenge, sign: string): string => groupedText(value) + NBSP + sign;

/** A fraction as a percentage with at most two decimals and a decimal comma. */
export const percentText = (fraction: number): string =>
  `${(Math.round(fraction * 10_000) / 100).toString().replace('.', ',')}%`;

/** The step an estimate is rounded to: nobody believes tenge in a forecast. */
export const estimateStep = (value: Tenge): Tenge => (value < 1000 ? 10 : 100);

/** What is said after "about"; 0 when there is nothing worth saying. */
export const roundEstimate = (value: Tenge): Tenge => {
  const step = estimateStep(value);
  return Math.round(value / step) * step;
};
