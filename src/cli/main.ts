import { parseArgs } from 'node:util';
import { startServer } from '../server/start-server.ts';
import { USAGE } from './usage.ts';
import { readScoreOptions, SCORE_FLAGS } from './score-options.ts';
import { readRepeatOptions, REPEAT_FLAGS } from './repeat/repeat-options.ts';
import { runRepeat } from './repeat/run-repeat.ts';
import { runScore } from './run-score.ts';
import { tell } from './tell.ts';
import { scoreStreamCommand, statsCommand } from './stream/stream-commands.ts';

const EXIT = { done: 0, bug: 1, refused: 2 } as const;

const refuse = (sentence: string): number => {
  tell(sentence);
  return EXIT.refused;
};

const score = async (args: string[]): Promise<number> => {
  let parsed;
  try {
    parsed = parseArgs({ args, options: SCORE_FLAGS, allowPositionals: true });
  } catch (error) {
    return refuse(`vygoda score: ${(error as Error).message}`);
  }
  const options = readScoreOptions(parsed.values, parsed.positionals);
  if (!options.ok) return refuse(options.fault);
  const outcome = await runScore(options.value);
  return outcome.ok ? EXIT.done : refuse(outcome.fault);
};

const repeat = async (args: string[]): Promise<number> => {
  let parsed;
  try {
    parsed = parseArgs({ args, options: REPEAT_FLAGS, allowPositionals: true });
  } catch (error) {
    return refuse(`vygoda repeat: ${(error as Error).message}`);
  }
  const options = readRepeatOptions(parsed.values, parsed.positionals);
  if (!options.ok) return refuse(options.fault);
  const outcome = await runRepeat(options.value);
  return outcome.ok ? EXIT.done : refuse(outcome.fault);
};

/** Rows of a stream and their statistics, as executors of a cluster read them. */
const onStream = async (command: typeof statsCommand, args: string[]): Promise<number> => {
  const outcome = await command(args);
  return outcome.ok ? EXIT.done : refuse(outcome.fault);
};

const main = async (command: string | undefined, args: string[]): Promise<number | null> => {
  switch (command) {
    case 'score':
      return args.includes('--stream') ? onStream(scoreStreamCommand, args) : score(args);
    case 'repeat':
      return repeat(args);
    case 'stats':
      return onStream(statsCommand, args);
    case 'serve':
      await startServer();
      return null;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return EXIT.done;
    default:
      return refuse(`vygoda: there is no command "${command}"; try "vygoda help"`);
  }
};

// A reader that has seen enough, as in `vygoda score … | head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

main(process.argv.at(2), process.argv.slice(3)).then(
  (code) => {
    if (code !== null) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `vygoda: a bug, please report it\n${(error as Error).stack ?? String(error)}\n`,
    );
    process.exitCode = EXIT.bug;
  },
);
