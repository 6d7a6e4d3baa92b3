import type { ProductTerms } from '../benefits/catalogue.ts';
import type { TextFacts } from './facts.ts';
import type { LanguagePack } from './language-pack.ts';

/**
 * What a template may ask for, in `{placeholders}` and in `when`. Each is one bit, so that whether a
 * combination of parts can be said about a client is one AND.
 */
export const FACTS = [
  'month',
  'sum',
  'gain',
  'usual',
  'benefit',
  'n',
  'cats',
  'top3',
  'places',
  'currency',
  'period',
  'rate',
  'gesv',
  'cap',
  'topped',
  'earned',
  'young',
  'figure',
] as const;

export type FactName = (typeof FACTS)[number];

/** A set of facts, one bit each. */
export type FactMask = number;

export const factBit = (name: FactName): FactMask => 1 << FACTS.indexOf(name);

/** A longer list is a statement of account. */
const MOST_PLACES = 4;

/** Which facts this client, product and language really have. */
export const factMask = (facts: TextFacts, terms: ProductTerms, pack: LanguagePack): FactMask => {
  const { places } = facts;
  const has: Record<FactName, boolean> = {
    month: facts.month !== null,
    sum: facts.sum > 0,
    gain: facts.gain > 0,
    usual: facts.usual > 0,
    benefit: facts.benefit > 0,
    n: facts.n > 0,
    cats: facts.cats.length > 0,
    top3: facts.top3,
    places:
      places.length > 0 &&
      places.length <= MOST_PLACES &&
      places.every((label) => Object.hasOwn(pack.categories, label)),
    currency: facts.currency !== '',
    period:
      Number.isInteger(facts.period) && facts.period > 0 && facts.period <= pack.periods.length,
    rate: terms.rate !== undefined,
    gesv: terms.effectiveRate !== undefined,
    cap: terms.cap !== undefined,
    topped: facts.topped,
    earned: facts.earned,
    young: facts.young,
    // Not of the client but of the combination: see `withFigure`.
    figure: false,
  };
  return FACTS.reduce((mask, name, bit) => (has[name] ? mask | (1 << bit) : mask), 0);
};

const FIGURE = factBit('figure');
const ESTIMATES = factBit('gain') | factBit('benefit');

/** The facts as the later parts see them: `figure` holds when the parts before them name an estimate. */
export const withFigure = (facts: FactMask, said: FactMask): FactMask =>
  (said & ESTIMATES) === 0 ? facts : facts | FIGURE;

const SUM = factBit('sum');
const GAIN = factBit('gain');
const OTHER_FIGURES = factBit('usual') | factBit('benefit');

/**
 * Whether the reader's own arithmetic will agree with a text that uses these facts: a month's sum
 * stands with that month's gain, an average month's benefit never with a month's sum.
 */
export const figuresAgree = (mask: FactMask): boolean =>
  (mask & SUM) === 0 ? (mask & GAIN) === 0 : (mask & OTHER_FIGURES) === 0;
