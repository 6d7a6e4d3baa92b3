import { tidyText, trimCell, valueKey } from '../kernel/text-key.ts';
import type { Tiyn } from '../kernel/units.ts';
import { readAmount } from './amount.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { HOME_CURRENCY } from './currency.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** A cell of a client's profile: always a usable value, and what must be said about it, if anything. */
export interface ProfileReading<T, F extends string> {
  readonly value: T;
  readonly fault: F | null;
}

export type AgeFault = 'age-missing' | 'invalid-age';
export type BalanceFault = 'balance-missing' | 'invalid-balance';

export type BalanceReading =
  | ({
      readonly kind: 'balance';
      readonly evidence: DecimalMark | null;
      readonly repaired: boolean;
    } & ProfileReading<Tiyn, BalanceFault>)
  | { readonly kind: 'ambiguous'; readonly asPoint: Tiyn; readonly asComma: Tiyn };

const MAX_AGE = 120;
const MAX_AGE_LENGTH = 20;

/** Reads an age in whole years, `35.0` and `35,0` included; NaN when it cannot be known. */
export const readAge = (text: string): ProfileReading<number, AgeFault> => {
  const cell = trimCell(text);
  if (cell === '') return { value: Number.NaN, fault: 'age-missing' };
  const digits = cell.length > MAX_AGE_LENGTH ? undefined : ageDigits(cell);
  const age = digits === undefined ? Number.NaN : Number(digits);
  return age <= MAX_AGE ? { value: age, fault: null } : { value: Number.NaN, fault: 'invalid-age' };
};

const ageDigits = (cell: string): string | undefined =>
  /^\+?0*([0-9]{1,3})(?:[.,]0*)?$/.exec(cell)?.[1];

/** Reads an average balance in tenge, by the rules of amounts; 0 with a fault when it is no amount. */
export const readBalance = (
  text: string,
  decimal: DecimalMark | null,
  vocabulary: Vocabulary,
): BalanceReading => {
  const amount = readAmount(text, decimal, vocabulary);
  if (amount.kind === 'ambiguous') return amount;
  if (amount.kind === 'bad') {
    return noBalance(amount.code === 'amount-missing' ? 'balance-missing' : 'invalid-balance');
  }
  const { tiyn, evidence, repaired, currency } = amount;
  if (currency !== null && currency !== HOME_CURRENCY) return noBalance('invalid-balance');
  return { kind: 'balance', value: tiyn, fault: null, evidence, repaired };
};

const noBalance = (fault: BalanceFault): BalanceReading => ({
  kind: 'balance',
  value: 0,
  fault,
  evidence: null,
  repaired: false,
});

/** Reads a status: the official label of any spelling of it; others are kept, an empty one too. */
export const readStatus = (
  text: string,
  vocabulary: Vocabulary,
): ProfileReading<string, 'unknown-status'> => {
  const official = wordIndex(vocabulary).statuses.get(valueKey(text));
  if (official !== undefined) return { value: official, fault: null };
  const value = tidyText(text);
  return { value, fault: value === '' ? null : 'unknown-status' };
};

/** Reads the language a client is written to in: its tag, empty when the cell names none of them. */
export const readLanguage = (
  text: string,
  vocabulary: Vocabulary,
): ProfileReading<string, 'unknown-language'> => {
  const key = valueKey(text);
  const tag = wordIndex(vocabulary).languages.get(key);
  return { value: tag ?? '', fault: tag === undefined && key !== '' ? 'unknown-language' : null };
};

/** A name or a city: text of any kind, tidied, never interpreted. */
export const readProfileText = (text: string): string => tidyText(text);
