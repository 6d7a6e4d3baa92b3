import { en } from './en/index.ts';
import { fill } from './fill.ts';

/** What is told of a fault: its code, and where it is as far as that is known. */
interface PlacedFault {
  readonly code: string;
  /** Empty where no file, no line or no column is to blame. */
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** The offending text, cut short. */
  readonly text: string;
}

/**
 * One sentence for programs, which speak English: where, what, what to do, and with what a question
 * of the fault is answered there; null where it asks none.
 */
export const faultSentence = (
  { code, file, line, column, text }: PlacedFault,
  answer: string | null,
): string => {
  const { title, advice } = isKnown(code) ? en.faults[code] : en.faults.unknown;
  const place = [file, line > 0 ? `line ${line}` : '', column === '' ? '' : `column "${column}"`]
    .filter((part) => part !== '')
    .join(', ');
  const where = place === '' ? '' : `${place}: `;
  const what = `${fill(title, { code })}${text === '' ? '' : ` (${text})`}`;
  return `${where}${what}. ${advice}${answer === null ? '' : ` Answer with ${answer}.`}`;
};

const isKnown = (code: string): code is keyof typeof en.faults => Object.hasOwn(en.faults, code);
