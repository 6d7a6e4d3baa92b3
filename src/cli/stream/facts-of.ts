import { failed, type Outcome } from '../../engine/kernel/fault.ts';
import { settleStats, type StreamFacts } from '../../engine/stream/settle-stats.ts';
import type { StreamStats } from '../../engine/stream/stream-stats.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import { faultSentence } from '../fault-sentence.ts';

/** What statistics come to; a fault is the sentence that says what only a person can decide. */
export const factsOf = (stats: StreamStats): Outcome<StreamFacts, string> => {
  const facts = settleStats(stats, VOCABULARY);
  if (facts.ok) return facts;
  const { code, kind, example } = facts.fault;
  if (code === 'no-period') {
    return failed(
      'The statistics are surveys only: merge them with those of the first pass ("vygoda stats --merge")',
    );
  }
  const place = { severity: 'error', file: kind, line: 0, column: '' } as const;
  return failed(
    `${faultSentence({ ...place, code, text: example })} (vygoda stats --merge FILE ${code.startsWith('date') ? '--date-order' : '--decimal'} …)`,
  );
};
