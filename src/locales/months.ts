import type { Language } from './language.ts';

/** Own tables: `Intl` has no Kazakh months in browsers and adds «г.» to Russian years. */
const SHORT: Readonly<Record<Language, readonly string[]>> = {
  ru: 'янв.,февр.,март,апр.,май,июнь,июль,авг.,сент.,окт.,нояб.,дек.'.split(','),
  kk: 'қаң.,ақп.,нау.,сәу.,мам.,мау.,шіл.,там.,қыр.,қаз.,қар.,жел.'.split(','),
  en: 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(','),
};

/** Behind a day Russian months are in the genitive, where they are not cut short. */
const BEHIND_DAY: Readonly<Partial<Record<Language, readonly string[]>>> = {
  ru: 'янв.,февр.,марта,апр.,мая,июня,июля,авг.,сент.,окт.,нояб.,дек.'.split(','),
};

/** `2025-09-01` → «1 сент. 2025»; anything else is returned as it is. */
export const formatDate = (language: Language, date: string): string => {
  const match = /^(\d{4}-\d\d)-(\d\d)$/.exec(date);
  if (!match) return date;
  const names = BEHIND_DAY[language] ?? SHORT[language];
  return `${String(Number(match[2]))} ${nameMonth(names, match[1])}`;
};

/** `2025-08` → «авг. 2025»; anything else is returned as it is. */
export const formatMonth = (language: Language, month: string): string =>
  nameMonth(SHORT[language], month);

const nameMonth = (names: readonly string[], month: string): string => {
  const match = /^(\d{4})-(\d\d)$/.exec(month);
  const name = match ? names[Number(match[2]) - 1] : undefined;
  return match && name !== undefined ? `${name} ${match[1]}` : month;
};
