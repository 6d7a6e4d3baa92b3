import type { Fault } from '../../engine/kernel/fault.ts';
import { FAULT_CODES, faultRule, type FaultCode } from '../../engine/rows/fault-codes.ts';
import { en } from '../../locales/en/index.ts';

/** By the command line's flag: what answers the same question here. */
const ANSWERS: Readonly<Record<string, string>> = {
  '--encoding': 'encoding',
  '--delimiter': 'delimiter',
  '--decimal': 'decimal',
  '--date-order': 'dateOrder',
  '--map': 'headings',
};

const isKnown = (code: string): code is FaultCode => Object.hasOwn(FAULT_CODES, code);

/** One sentence for an answer: where, what, what to do, and the option that answers a question. */
export const faultSentence = ({ code, file, line, column, text }: Fault): string => {
  const known = isKnown(code);
  const { title, advice } = known ? en.faults[code] : en.faults.unknown;
  const where = [file, line > 0 ? `line ${line}` : '', column === '' ? '' : `column "${column}"`];
  const place = where.filter((part) => part !== '').join(', ');
  const flag = known ? faultRule(code).flag : undefined;
  const what = `${title.replace('{code}', code)}${text === '' ? '' : ` (${text})`}`;
  const how =
    flag === undefined ? advice : `${advice} Answer with "${ANSWERS[flag]}" in "reading".`;
  return `${place === '' ? '' : `${place}: `}${what}. ${how}`;
};
