import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import {
  guardSteps,
  type GuardReport,
  type GuardWords,
} from '../../engine/recommendations/guard.ts';
import type { Vocabulary } from '../../engine/rows/vocabulary.ts';

/** The guard at work between other questions: after every step the desk may answer one. */
export const runGuard = async (
  catalogue: Catalogue,
  words: GuardWords,
  onProgress: (clients: number, of: number) => void,
  wanted: () => boolean,
): Promise<GuardReport | null> => {
  const steps = guardSteps(catalogue, words);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value.clients, step.value.of);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return null;
  }
};

/** What random clients are made of: the vocabulary's own words. */
export const guardWordsOf = ({ categories, transferTypes, statuses }: Vocabulary): GuardWords => ({
  categories,
  transferTypes: [
    ...transferTypes.map(({ name, direction }) => ({ name, direction })),
    { name: 'other_in', direction: 'in' },
    { name: 'other_out', direction: 'out' },
  ],
  statuses,
});
