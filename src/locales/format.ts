import { type Language, NUMBER_LOCALE } from './language.ts';
import { formatDate, formatMonth } from './months.ts';
import { choosePlural } from './plural.ts';
import type { Plural } from './shape.ts';
import { fill } from './fill.ts';

const NBSP = '\u00A0';

/** Short words that numbers need, in one language. */
export interface Units {
  readonly thousand: string;
  readonly million: string;
  readonly billion: string;
  readonly bytes: readonly [b: string, kb: string, mb: string, gb: string];
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
}

/** Numbers, money, sizes and dates as people of one language write them. */
export const createFormat = (language: Language, units: Units) => {
  const locale = NUMBER_LOCALE[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const twoDigits = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

  const toTheTiyn = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });

  const number = (n: number): string => whole.format(n);
  const decimal = (n: number): string => twoDigits.format(n);
  const money = (tenge: number): string => `${whole.format(tenge)}${NBSP}₸`;

  const compact = (n: number): string => {
    const size = Math.abs(n);
    if (size >= 999_950_000) return `${oneDigit.format(n / 1e9)}${NBSP}${units.billion}`;
    if (size >= 999_950) return `${oneDigit.format(n / 1e6)}${NBSP}${units.million}`;
    if (size >= 10_000) return `${whole.format(n / 1e3)}${NBSP}${units.thousand}`;
    return whole.format(n);
  };

  const bytes = (n: number): string => {
    let size = n;
    let unit = 0;
    while (size >= 999.5 && unit < 3) {
      size /= 1000;
      unit += 1;
    }
    const digits = unit > 1 && size < 100 ? oneDigit : whole;
    return `${digits.format(size)}${NBSP}${units.bytes[unit as 0 | 1 | 2 | 3]}`;
  };

  const duration = (ms: number): string => {
    const seconds = ms / 1000;
    if (seconds < 10) return `${oneDigit.format(Math.max(seconds, 0.1))}${NBSP}${units.second}`;
    if (seconds < 90) return `${whole.format(seconds)}${NBSP}${units.second}`;
    if (seconds < 5400) return `${whole.format(seconds / 60)}${NBSP}${units.minute}`;
    return `${oneDigit.format(seconds / 3600)}${NBSP}${units.hour}`;
  };

  return {
    number,
    decimal,
    money,
    compact,
    bytes,
    duration,
    /** Two places, whether they say anything or not. */
    exact: (n: number): string => toTheTiyn.format(n),
    moneyExact: (tenge: number): string => `${toTheTiyn.format(tenge)}${NBSP}₸`,
    moneyShort: (tenge: number): string => `${compact(tenge)}${NBSP}₸`,
    percent: (share: number): string => `${oneDigit.format(share * 100)}%`,
    percentExact: (share: number): string => `${twoDigits.format(share * 100)}%`,
    /** `YYYY-MM` → «авг. 2025»; anything else is returned as it is. */
    month: (month: string): string => formatMonth(language, month),
    /** `YYYY-MM-DD` → «1 сент. 2025»; anything else is returned as it is. */
    /** Day and time of an ISO 8601 moment, where the person is. */
    moment: (iso: string): string => moments.format(new Date(iso)),
    date: (date: string): string => formatDate(language, date),
    /** A phrase with its number: «21 клиент», «5 клиентов». */
    count: (forms: Plural, n: number): string =>
      fill(choosePlural(language, n, forms), { n: whole.format(n) }),
  };
};
