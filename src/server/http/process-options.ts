import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { trimCell } from '../../engine/kernel/text-key.ts';
import { acceptCatalogue } from '../../engine/texts/accept-catalogue.ts';
import { catalogues } from '../../presets/catalogues/index.ts';
import { LANGUAGE_PACKS } from '../../presets/texts/index.ts';
import type { Pair } from '../../worker/desk/side-file.ts';
import { ApiError } from '../api-error.ts';
import type { ProcessOptions } from '../jobs/processing.ts';
import { badOption, objectOf } from './read-option.ts';
import { readChoices } from './reading-choices.ts';

const LANGUAGES = ['ru', 'kk'] as const;
const MAX_MONTHS = 120;
const MAX_RATES = 200;

/** The JSON of POST /process → options, the same that the command line takes as flags. */
export const processOptions = (body: unknown): ProcessOptions => {
  const given = objectOf(body ?? {}, 'the body', [
    'catalogue',
    'language',
    'fx',
    'months',
    'reading',
    'holdings',
  ]);
  const language = LANGUAGES.find((one) => one === (given.language ?? LANGUAGES[0]));
  if (language === undefined) throw badOption('language', `one of ${LANGUAGES.join(', ')}`);
  return {
    catalogue: catalogueOf(given.catalogue),
    language,
    fx: ratesOf(given.fx),
    months: monthsOf(given.months),
    reading: readChoices(given.reading),
    holdings: pairsOf(given.holdings),
  };
};

const catalogueOf = (value: unknown): Catalogue => {
  if (value === undefined || value === null) return catalogues[0];
  if (typeof value === 'string') {
    const preset = catalogues.find(({ id }) => id === value);
    if (preset) return preset;
    throw badOption(
      'catalogue',
      `one of ${catalogues.map(({ id }) => id).join(', ')}, or a catalogue`,
    );
  }
  const checked = acceptCatalogue(value, LANGUAGE_PACKS);
  if (checked.ok) return checked.value;
  const [{ code, path, text }] = checked.fault;
  const sentence = `The catalogue cannot be used: ${path}: ${code} ${text}`;
  throw new ApiError('bad-catalogue', sentence, { faults: checked.fault });
};

/** Tenge for one unit of each currency; those not named keep the shipped rate. */
const ratesOf = (value: unknown): Record<string, number> => {
  const entries = Object.entries(objectOf(value ?? {}, 'fx', null));
  if (entries.length > MAX_RATES) throw badOption('fx', `at most ${MAX_RATES} rates`);
  return Object.fromEntries(
    entries.map(([code, rate]) => {
      const isRate = typeof rate === 'number' && Number.isFinite(rate) && rate > 0;
      if (!/^[A-Za-z]{3}$/.test(code) || !isRate) {
        throw badOption('fx', 'currency codes with a rate above zero, as in {"USD": 520}');
      }
      return [code.toUpperCase(), rate];
    }),
  );
};

const monthsOf = (value: unknown): number | null => {
  if (value === undefined || value === null) return null;
  const isMonths = typeof value === 'number' && Number.isInteger(value) && value >= 1;
  if (!isMonths || value > MAX_MONTHS)
    throw badOption('months', `a whole number from 1 to ${MAX_MONTHS}`);
  return value;
};

/** Rows as GET /export/csv?format=json has them, which may say more than what is held. */
const pairsOf = (value: unknown): readonly Pair[] | null => {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw badHoldings();
  return value.map((row: unknown) => {
    const { client_code: code, product } = objectOf(row, 'holdings', null);
    const isCode = typeof code === 'string' || Number.isSafeInteger(code);
    if (!isCode || typeof product !== 'string') throw badHoldings();
    return [trimCell(String(code)), product];
  });
};

const badHoldings = (): ApiError =>
  badOption('holdings', 'a list of {"client_code", "product"}, or send them as a file of a form');
