import { tell } from '../tell.ts';
import { scoreStreamCommand, statsCommand } from './stream-commands.ts';

/** The program that executors run: `score --stream` and `stats`, all in one file. */
const EXIT = { done: 0, bug: 1, refused: 2 } as const;

const OLDEST_NODE = 20;

const [command, ...args] = process.argv.slice(2);
const run =
  command === 'stats'
    ? statsCommand
    : command === 'score' && args.includes('--stream')
      ? scoreStreamCommand
      : null;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  // Executors have whatever Node their image has.
  process.stderr.write(
    `vygoda-stream: Node ${OLDEST_NODE} is needed, this is ${process.version}\n`,
  );
  process.exitCode = EXIT.refused;
} else if (run === null) {
  process.stderr.write(
    'vygoda-stream: say "stats …" or "score --stream …"; rows on standard input\n',
  );
  process.exitCode = EXIT.refused;
} else {
  run(args).then(
    (outcome) => {
      if (outcome.ok) return;
      tell(outcome.fault);
      // Standard input may still be open: there is nothing to wait for.
      process.exit(EXIT.refused);
    },
    (error: unknown) => {
      process.stderr.write(
        `vygoda: a bug, please report it\n${(error as Error).stack ?? String(error)}\n`,
      );
      process.exit(EXIT.bug);
    },
  );
}
