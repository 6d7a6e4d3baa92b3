import type { StreamFault } from '../../engine/stream/stream-fault.ts';
import { faultSentence } from '../fault-sentence.ts';

/** Words for what only a line of a stream can have: what is wrong with it, and what to do. */
const WORDS: Readonly<Record<string, readonly [title: string, advice: string]>> = {
  'stream-columns': ['The line has the wrong number of cells', 'See src/engine/stream/FORMAT.md.'],
  'stream-kind': [
    'The second cell is none of clients, transactions, transfers',
    'See src/engine/stream/FORMAT.md.',
  ],
  'stream-escape': [
    'The cell has a backslash that begins no escape',
    'Write backslash, tab and line ends as \\\\ \\t \\n \\r.',
  ],
  'stream-count': [
    'A summed row needs a whole number of hundredths and a count of at least 1',
    'See src/engine/stream/FORMAT.md.',
  ],
  'stream-month': [
    'The statistics know of no row in this month',
    'Make them from the same rows that are scored.',
  ],
  'text-held-back': ['The push text fails a check and is held back', 'Edit the template.'],
};

/** One sentence for standard error. */
export const streamSentence = ({
  code,
  line,
  client,
  kind,
  column,
  text,
  ...fault
}: StreamFault): string => {
  const where = [`line ${line}`, client === '' ? '' : `client "${client}"`, kind]
    .filter((part) => part !== '')
    .join(', ');
  const words = WORDS[code] as (typeof WORDS)[string] | undefined;
  if (words === undefined) {
    const sentence = faultSentence({ ...fault, code, file: '', line: 0, column, text });
    return `${where}${column === '' ? ': ' : ', '}${sentence}`;
  }
  const [title, advice] = words;
  return `${where}: ${title}${text === '' ? '' : ` (${text})`}. ${advice}`;
};
