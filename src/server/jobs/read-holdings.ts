import { readFile } from 'node:fs/promises';
import { done, type Outcome } from '../../engine/kernel/fault.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import type { SideFault } from '../../worker/check-contract.ts';
import { type Pairs, readSideFile } from '../../worker/desk/side-file.ts';
import type { ScoreJob } from './job.ts';

/** What clients have already: from the file that was sent, or as the request says; null: nobody asks. */
export const readHoldings = async (
  holdings: ScoreJob['holdings'],
): Promise<Outcome<Pairs | null, SideFault>> => {
  if (typeof holdings === 'string') return readSideFile(await readFile(holdings), VOCABULARY);
  return done(holdings && { pairs: holdings, skipped: 0 });
};
