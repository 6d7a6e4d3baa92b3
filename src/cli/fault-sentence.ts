import type { Fault } from '../engine/kernel/fault.ts';
import { FAULT_CODES, faultRule, type FaultCode } from '../engine/rows/fault-codes.ts';
import { en } from '../locales/en/index.ts';

const isKnown = (code: string): code is FaultCode => Object.hasOwn(FAULT_CODES, code);

/** One sentence for standard error: where, what, what to do, and the flag that answers a question. */
export const faultSentence = ({ code, file, line, column, text }: Fault): string => {
  const known = isKnown(code);
  const { title, advice } = known ? en.faults[code] : en.faults.unknown;
  const where = [file, line > 0 ? `line ${line}` : '', column === '' ? '' : `column "${column}"`]
    .filter((part) => part !== '')
    .join(', ');
  const flag = known ? faultRule(code).flag : undefined;
  const what = text === '' ? title : `${title} (${text})`;
  const how = flag === undefined ? advice : `${advice} Answer with ${flag}.`;
  return `${where === '' ? '' : `${where}: `}${what.replace('{code}', code)}. ${how}`;
};
