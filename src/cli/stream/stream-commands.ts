import { parseArgs } from 'node:util';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { LineOutput } from './line-output.ts';
import { runStats } from './run-stats.ts';
import { runStreamScore } from './run-stream-score.ts';
import {
  readStatsOptions,
  readStreamScoreOptions,
  STATS_FLAGS,
  STREAM_SCORE_FLAGS,
} from './stream-options.ts';

/** `vygoda score --stream …`, rows on standard input. */
export const scoreStreamCommand = async (args: string[]): Promise<Outcome<null, string>> => {
  let values;
  try {
    ({ values } = parseArgs({ args, options: STREAM_SCORE_FLAGS }));
  } catch (error) {
    return failed(`vygoda score --stream: ${(error as Error).message}`);
  }
  const options = readStreamScoreOptions(values);
  return options.ok ? runStreamScore(options.value, process.stdin) : options;
};

/** `vygoda stats …`, rows on standard input or parts to be merged. */
export const statsCommand = async (args: string[]): Promise<Outcome<null, string>> => {
  let parsed;
  try {
    parsed = parseArgs({ args, options: STATS_FLAGS, allowPositionals: true });
  } catch (error) {
    return failed(`vygoda stats: ${(error as Error).message}`);
  }
  const options = readStatsOptions(parsed.values, parsed.positionals);
  if (!options.ok) return options;
  const stats = await runStats(options.value, process.stdin);
  if (!stats.ok) return stats;
  const output = new LineOutput();
  output.write(`${JSON.stringify(stats.value)}\n`);
  output.end();
  return done(null);
};
