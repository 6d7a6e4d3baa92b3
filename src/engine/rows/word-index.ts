import { headingKey, valueKey } from '../kernel/text-key.ts';
import { foldLookAlikes } from './look-alikes.ts';
import { type Direction, FIELDS, type Field, type Vocabulary } from './vocabulary.ts';

/** A vocabulary turned round for looking up: key of a spelling → what it names. */
export interface WordIndex {
  /** `headingKey` → field. */
  readonly headings: ReadonlyMap<string, Field>;
  /** The same with look-alike letters folded, for headings that are not found otherwise. */
  readonly foldedHeadings: ReadonlyMap<string, Field>;
  /** `valueKey` → position in `vocabulary.categories`. */
  readonly categories: ReadonlyMap<string, number>;
  /** `valueKey` → position in `vocabulary.transferTypes`. */
  readonly types: ReadonlyMap<string, number>;
  /** `valueKey` of a stem → position of the official type for each direction it can have. */
  readonly stems: ReadonlyMap<string, Readonly<Partial<Record<Direction, number>>>>;
  /** `valueKey` → official label. */
  readonly statuses: ReadonlyMap<string, string>;
  /** `valueKey` → ISO code. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly directions: ReadonlyMap<string, Direction>;
  /** `valueKey` → tag. */
  readonly languages: ReadonlyMap<string, string>;
  /** `valueKey`s. */
  readonly totals: ReadonlySet<string>;
}

const indexes = new WeakMap<Vocabulary, WordIndex>();

/** The index of a vocabulary, built once for each. */
export const wordIndex = (vocabulary: Vocabulary): WordIndex => {
  let index = indexes.get(vocabulary);
  if (index === undefined) indexes.set(vocabulary, (index = build(vocabulary)));
  return index;
};

const build = (vocabulary: Vocabulary): WordIndex => {
  const headings = new Map<string, Field>();
  const foldedHeadings = new Map<string, Field>();
  for (const field of FIELDS) {
    for (const heading of [field, ...vocabulary.headings[field]]) {
      const key = headingKey(heading);
      headings.set(key, field);
      foldedHeadings.set(foldLookAlikes(key), field);
    }
  }

  const stems = new Map<string, Partial<Record<Direction, number>>>();
  vocabulary.transferTypes.forEach(({ stem, direction }, position) => {
    const key = valueKey(stem);
    stems.set(key, { ...stems.get(key), [direction]: position });
  });

  return {
    headings,
    foldedHeadings,
    categories: positions(vocabulary.categories),
    types: positions(vocabulary.transferTypes.map((type) => type.name)),
    stems,
    statuses: new Map(vocabulary.statuses.map((status) => [valueKey(status), status])),
    currencies: new Map(
      Object.entries(vocabulary.currencySpellings).map(([word, iso]) => [valueKey(word), iso]),
    ),
    directions: new Map([
      ...vocabulary.directions.in.map((word) => [valueKey(word), 'in'] as const),
      ...vocabulary.directions.out.map((word) => [valueKey(word), 'out'] as const),
    ]),
    languages: new Map(
      Object.entries(vocabulary.languages).flatMap(([tag, words]) =>
        [tag, ...words].map((word) => [valueKey(word), tag] as const),
      ),
    ),
    totals: new Set(vocabulary.totalsWords.map(valueKey)),
  };
};

const positions = (labels: readonly string[]): ReadonlyMap<string, number> =>
  new Map(labels.map((label, position) => [valueKey(label), position]));
