export interface AlikePair {
  /** Positions among the texts; `first` < `second`. */
  readonly first: number;
  readonly second: number;
  /** Part of their words that the two have in common: 0…1. */
  readonly share: number;
}

/** More than this is one text sent twice. */
const ALIKE = 0.9;
/** How many earlier texts with the same rare word are compared with each: the cost stays linear. */
const NEIGHBOURS = 64;

/**
 * For each text that is more than nine tenths like an earlier one, the pair with the most alike of
 * those compared. Texts that share many words share some of their rarest ones, so only those are
 * looked up; in a campaign of very many texts from one stencil the list is a lower bound.
 */
export const findAlike = (texts: readonly string[], alike = ALIKE): readonly AlikePair[] => {
  const words = texts.map(wordsOf);
  const frequency = countWords(words);
  const byWord = new Map<string, number[]>();
  const pairs: AlikePair[] = [];
  words.forEach((own, second) => {
    const rarest = rarestWords(own, frequency, alike);
    let best: AlikePair | null = null;
    for (const first of neighbours(rarest, byWord)) {
      const share = sharedPart(words[first], own);
      if (share > (best?.share ?? alike)) best = { first, second, share };
    }
    if (best !== null) pairs.push(best);
    for (const word of rarest) remember(byWord, word, second);
  });
  return pairs;
};

/** Part of their words that two texts have in common: 0…1. */
export const alikeness = (one: string, other: string): number =>
  sharedPart(wordsOf(one), wordsOf(other));

/** Words with their numbers of occurrence, so that a repeated word counts each time. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  const words = new Set<string>();
  for (const word of text.split(' ')) {
    const times = seen.get(word) ?? 0;
    seen.set(word, times + 1);
    words.add(times === 0 ? word : `${word} ${times}`);
  }
  return words;
};

const countWords = (texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> => {
  const frequency = new Map<string, number>();
  for (const words of texts) {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
};

/** Two texts that are alike must have one of these in common: with n words they share n × a ÷ (2 − a). */
const rarestWords = (
  words: ReadonlySet<string>,
  frequency: ReadonlyMap<string, number>,
  alike: number,
): readonly string[] => {
  const shared = Math.ceil((words.size * alike) / (2 - alike));
  const rareness = (word: string): number => frequency.get(word)!;
  return [...words]
    .sort((a, b) => rareness(a) - rareness(b) || (a < b ? -1 : 1))
    .slice(0, words.size - shared + 1);
};

const neighbours = (
  words: readonly string[],
  byWord: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> => new Set(words.flatMap((word) => byWord.get(word) ?? []));

const remember = (byWord: Map<string, number[]>, word: string, text: number): void => {
  const known = byWord.get(word);
  if (known === undefined) byWord.set(word, [text]);
  else if (known.push(text) > NEIGHBOURS) known.shift();
};

const sharedPart = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0;
  for (const word of b) if (a.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
};
