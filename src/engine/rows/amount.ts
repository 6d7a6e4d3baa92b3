import { trimCell } from '../kernel/text-key.ts';
import type { Tiyn } from '../kernel/units.ts';
import { type AmountAffix, readAffix } from './amount-affix.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { type Mantissa, readMantissa, readScientificMantissa } from './amount-mantissa.ts';
import { roundToTiyn } from './round-to-tiyn.ts';
import type { Vocabulary } from './vocabulary.ts';

export type AmountFault =
  | 'amount-missing'
  | 'amount-not-finite'
  | 'amount-unreadable'
  | 'amount-exponent'
  | 'amount-too-large';

export type AmountReading =
  | {
      readonly kind: 'amount';
      readonly tiyn: Tiyn;
      /** The decimal mark which this value alone proves; null when it proves none. */
      readonly evidence: DecimalMark | null;
      /** True unless the text was digits with at most a minus before and one decimal mark inside. */
      readonly repaired: boolean;
      /** ISO code of a currency written inside the cell; null when there is none. */
      readonly currency: string | null;
    }
  | {
      /** `1,289`: one separator, three digits behind, one to three before. Its column decides. */
      readonly kind: 'ambiguous';
      readonly asPoint: Tiyn;
      readonly asComma: Tiyn;
    }
  | { readonly kind: 'bad'; readonly code: AmountFault };

const PLAIN = /^-?[0-9]+(?:[.,][0-9]+)?$/;
const NOT_FINITE = /^[+\-\u2013\u2212]?\s*(?:nan|inf|infinity|\u221E)$/iu;
const EXPONENT = /^[+\-\u2013\u2212]?[0-9]+$/u;
const MAX_EXPONENT = 15;
/** No amount that is believed needs more; keeps a 10 MB cell cheap. */
const MAX_LENGTH = 400;

/**
 * Reads an amount of money, rounded once, half away from zero, to 0.01. `decimal` is the decimal
 * mark of the column, null while unknown; it decides only what could be read both ways.
 */
export const readAmount = (
  text: string,
  decimal: DecimalMark | null,
  vocabulary: Vocabulary,
): AmountReading => {
  const cell = trimCell(text);
  if (cell === '') return bad('amount-missing');
  if (cell.length > MAX_LENGTH) return bad('amount-unreadable');
  const parts = takeApart(cell, vocabulary);
  if (parts === null) return bad(NOT_FINITE.test(cell) ? 'amount-not-finite' : 'amount-unreadable');
  if (Math.abs(parts.exponent) > MAX_EXPONENT) return bad('amount-exponent');

  const { whole, fraction, evidence, doubtful } = parts.mantissa;
  const sign = parts.negative ? -1 : 1;
  const asDecimal = signed(roundToTiyn(whole, fraction, parts.exponent), sign);
  if (asDecimal === null) return bad('amount-too-large');
  const amount = { kind: 'amount', evidence, currency: parts.currency } as const;
  if (doubtful === null || doubtful === decimal) {
    return { ...amount, tiyn: asDecimal, repaired: !PLAIN.test(cell) };
  }
  const asWhole = sign * Number(whole + fraction) * 100;
  if (decimal !== null) return { ...amount, tiyn: asWhole, repaired: true };
  return doubtful === '.'
    ? { kind: 'ambiguous', asPoint: asDecimal, asComma: asWhole }
    : { kind: 'ambiguous', asPoint: asWhole, asComma: asDecimal };
};

const bad = (code: AmountFault): AmountReading => ({ kind: 'bad', code });

const signed = (size: Tiyn | null, sign: number): Tiyn | null =>
  size === null || size === 0 ? size : sign * size;

interface AmountParts {
  readonly negative: boolean;
  readonly currency: string | null;
  readonly mantissa: Mantissa;
  readonly exponent: number;
}

const takeApart = (cell: string, vocabulary: Vocabulary): AmountParts | null => {
  if (PLAIN.test(cell)) {
    const negative = cell.startsWith('-');
    const mantissa = readMantissa(negative ? cell.slice(1) : cell);
    return mantissa && { negative, currency: null, mantissa, exponent: 0 };
  }
  const span = numberSpan(cell);
  if (span === null) return null;
  const { start, end } = span;
  const before = readAffix(cell.slice(0, start), '(', vocabulary);
  const behind = readAffix(cell.slice(end), ')', vocabulary);
  const affixes = before && behind && join(before, behind);
  if (!affixes) return null;

  const number = cell.slice(start, end);
  // A sign right behind a bare mark (`500.-`) means "and no tiyn" to some and minus to others.
  if (/[.,]$/.test(number) && behind.sign !== '') return null;

  const e = number.search(/[eE]/);
  if (e < 0) {
    const mantissa = readMantissa(number);
    return mantissa && { ...affixes, mantissa, exponent: 0 };
  }
  const power = number.slice(e + 1);
  const mantissa = readScientificMantissa(number.slice(0, e));
  if (mantissa === null || !EXPONENT.test(power)) return null;
  return { ...affixes, mantissa, exponent: Number(power.replace(/[\u2013\u2212]/u, '-')) };
};

/** From the first digit to the last, with a decimal mark that touches either. */
const numberSpan = (cell: string): { start: number; end: number } | null => {
  let start = cell.search(/[0-9]/);
  if (start < 0) return null;
  let end = cell.length;
  while (!isDigit(cell.charCodeAt(end - 1))) end--;
  // The point of an abbreviated currency ("rub.500") stays with its letters.
  if (/(?:^|[^\p{L}])[.,]$/u.test(cell.slice(0, start))) start--;
  if (/^[.,]/.test(cell.slice(end))) end++;
  return { start, end };
};

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Both sides as one: brackets come in pairs, there is at most one sign and one currency. */
const join = (
  before: AmountAffix,
  behind: AmountAffix,
): Pick<AmountParts, 'negative' | 'currency'> | null => {
  if (before.bracket !== behind.bracket) return null;
  const marks = before.sign + behind.sign + (before.bracket ? '-' : '');
  if (marks.length > 1) return null;
  const currency = before.currency ?? behind.currency;
  if (behind.currency !== null && behind.currency !== currency) return null;
  return { negative: marks === '-', currency };
};
