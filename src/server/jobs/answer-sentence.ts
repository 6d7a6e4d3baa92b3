import type { Fault } from '../../engine/kernel/fault.ts';
import { answerFlag, type AnswerFlag } from '../../engine/rows/fault-codes.ts';
import type { ReadingChoices } from '../../engine/ingest/reading-choices.ts';
import { faultSentence } from '../../locales/fault-sentence.ts';

/** By the command line's flag: what answers the same question here. */
const ANSWERS: Readonly<Record<AnswerFlag, keyof ReadingChoices>> = {
  '--encoding': 'encoding',
  '--delimiter': 'delimiter',
  '--decimal': 'decimal',
  '--date-order': 'dateOrder',
  '--map': 'headings',
};

/** One sentence for an answer, with the option that answers a question. */
export const answerSentence = (fault: Fault): string => {
  const flag = answerFlag(fault.code);
  return faultSentence(fault, flag === null ? null : `"${ANSWERS[flag]}" in "reading"`);
};
