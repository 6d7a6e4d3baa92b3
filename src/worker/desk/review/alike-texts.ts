import type { ClientIndex } from '../../../engine/kernel/units.ts';
import { alikeness, findAlike } from '../../../engine/texts/check/find-alike.ts';
import type { AlikeText, QualityReport } from '../../../engine/texts/quality-report.ts';

/** Texts that are compared with each other word by word: more would say the same and take a minute. */
const COMPARED = 4000;
const SHOWN = 20;

type Pair = QualityReport['alike'][number];

/**
 * The texts most like others. Those that differ by the name at most have the same key in `nameless`
 * and are all found, however many texts there are; who differs by more is looked for among
 * `compared` texts taken evenly. Of many texts with the same words one pair stands for all.
 */
export const alikeTexts = (
  clients: readonly ClientIndex[],
  nameless: Float64Array,
  write: (client: ClientIndex) => AlikeText,
  compared = COMPARED,
): Pick<QualityReport, 'alike' | 'compared' | 'twins'> => {
  const { pairs: twinPairs, twins } = twinsAmong(clients, nameless);
  const sample = evenly(clients, compared);
  const written = sample.map(write);
  const found = findAlike(written.map(({ text }) => text))
    .filter(({ first, second }) => nameless[sample[first]] !== nameless[sample[second]])
    .map(({ first, second, share }): Pair => ({ share, texts: [written[first], written[second]] }));
  const alike = [
    ...twinPairs.map((pair): Pair => {
      const [one, other] = pair.map(write);
      return { share: alikeness(one.text, other.text), texts: [one, other] };
    }),
    ...found,
  ];
  alike.sort((a, b) => b.share - a.share);
  return { alike: alike.slice(0, SHOWN), compared: sample.length, twins };
};

/** How many have a twin, and a pair of each kind, the most frequent kinds first. */
const twinsAmong = (
  clients: readonly ClientIndex[],
  nameless: Float64Array,
): { readonly pairs: readonly ClientIndex[][]; readonly twins: number } => {
  const kinds = new Map<number, { pair: ClientIndex[]; texts: number }>();
  for (const client of clients) {
    const kind = kinds.get(nameless[client]);
    if (kind === undefined) kinds.set(nameless[client], { pair: [client], texts: 1 });
    else if (++kind.texts === 2) kind.pair.push(client);
  }
  const several = [...kinds.values()].filter(({ texts }) => texts > 1);
  several.sort((a, b) => b.texts - a.texts);
  return {
    pairs: several.slice(0, SHOWN).map(({ pair }) => pair),
    twins: several.reduce((sum, { texts }) => sum + texts, 0),
  };
};

const evenly = (clients: readonly ClientIndex[], most: number): ClientIndex[] => {
  const step = Math.max(1, clients.length / most);
  const length = Math.min(most, clients.length);
  return Array.from({ length }, (_, at) => clients[Math.floor(at * step)]);
};
