import type { Catalogue } from '../benefits/catalogue.ts';
import type { Trait } from '../features/ledger.ts';

/**
 * The texts a catalogue looks for in product and type names stand for all the texts there are: a row
 * has the trait of each text that its own text contains. So nobody need know every name beforehand.
 */
export class TraitMatcher {
  readonly traits: readonly Trait[];

  constructor(catalogue: Catalogue) {
    const found = new Map<string, Trait>();
    collect(catalogue, (trait) => found.set(JSON.stringify(trait), trait));
    this.traits = [...found.values()];
  }

  /** Positions of the traits that `text` has. */
  matches(source: Trait['source'], text: string): readonly number[] {
    return this.traits.flatMap((trait, id) =>
      trait.source === source && text.includes(trait.text) ? [id] : [],
    );
  }
}

const SOURCES: Readonly<Record<string, Trait['source']>> = {
  productSeen: 'product',
  typeSeen: 'type',
};

/** Conditions, signals and benefit lines all name their metric in the same way. */
const collect = (part: unknown, add: (trait: Trait) => void): void => {
  if (typeof part !== 'object' || part === null) return;
  const { metric, texts } = part as { readonly metric?: unknown; readonly texts?: unknown };
  if (typeof metric === 'string' && Object.hasOwn(SOURCES, metric) && Array.isArray(texts)) {
    for (const text of texts) add({ source: SOURCES[metric], text: String(text) });
  }
  for (const inner of Object.values(part)) collect(inner, add);
};
