import type { Fault } from '../engine/kernel/fault.ts';
import { answerFlag } from '../engine/rows/fault-codes.ts';
import { faultSentence as sentenceOf } from '../locales/fault-sentence.ts';

/** One sentence for standard error, with the flag that answers a question. */
export const faultSentence = (fault: Fault): string => sentenceOf(fault, answerFlag(fault.code));
