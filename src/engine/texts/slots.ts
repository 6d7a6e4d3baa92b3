import type { ProductTerms } from '../benefits/catalogue.ts';
import { groupedText, moneyText, percentText } from './amounts.ts';
import type { Channel } from './channel.ts';
import type { FactName } from './fact-mask.ts';
import type { TextFacts } from './facts.ts';
import type { LanguagePack, ListStyle } from './language-pack.ts';
import { pluralChooser } from './plurals.ts';

/** One placeholder: the fact it needs and how it is written. */
export interface Slot {
  /** Position among the slots of the language; {cats} keeps the places after it free, see SlotValues. */
  readonly index: number;
  readonly fact: FactName;
  /** Ends with ₸ or %, after which a Kazakh suffix is always the same; after other values it is not. */
  readonly takesSuffix: boolean;
  /** `cats`: how many categories of {cats} there is room for. Called only when the fact is there. */
  readonly text: (facts: TextFacts, terms: ProductTerms, cats: number) => string;
}

/** Every placeholder of a language in a channel. */
export const slotsOf = (
  pack: LanguagePack,
  channel: Pick<Channel, 'currency'>,
): ReadonlyMap<string, Slot> => {
  const slots = new Map<string, Slot>();
  const add = (name: string, fact: FactName, text: Slot['text'], takesSuffix = false): void => {
    slots.set(name, { index: slots.size, fact, takesSuffix, text });
  };
  const money = (value: number): string => moneyText(value, channel.currency);
  const list = (labels: readonly string[]): string =>
    listText(
      labels.map((label) => pack.categories[label]),
      pack.list,
    );

  for (const name of ['sum', 'gain', 'usual', 'benefit'] as const) {
    add(name, name, (facts) => money(facts[name]), true);
  }
  add('cap', 'cap', (_, { cap = 0 }) => money(cap), true);
  add('rate', 'rate', (_, { rate = 0 }) => percentText(rate), true);
  add('gesv', 'gesv', (_, { effectiveRate = 0 }) => percentText(effectiveRate), true);
  add('n', 'n', ({ n }) => groupedText(n));
  add('top3', 'top3', ({ cats }) => list(cats));
  add('places', 'places', ({ places }) => list(places));
  for (const name of Object.keys(pack.months[0])) {
    add(name, 'month', ({ month }) => pack.months[month! % 12][name]);
  }
  for (const name of Object.keys(pack.periods[0])) {
    add(name, 'period', ({ period }) => pack.periods[period - 1][name]);
  }
  for (const name of new Set(Object.values(pack.currencies).flatMap((row) => Object.keys(row)))) {
    add(name, 'currency', ({ currency }) => pack.currencies[currency][name]);
  }
  const choose = pluralChooser(pack.language);
  for (const [name, forms] of Object.entries(pack.plurals)) {
    add(name, 'n', ({ n }) => choose(forms, n));
  }
  add('cats', 'cats', ({ cats }, _, room) => list(cats.slice(0, room)));
  return slots;
};

/** «A», «B» and «C», as the language writes it. */
const listText = (labels: readonly string[], { open, close, comma, and }: ListStyle): string =>
  labels
    .map((label, i) => {
      const before = i === 0 ? '' : i === labels.length - 1 ? and : comma;
      return before + open + label + close;
    })
    .join('');
