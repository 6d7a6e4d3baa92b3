import type { EncodingName } from '../bytes/encoding.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { DateOrder } from '../rows/date.ts';
import { provenDecimal, provenOrder } from './evidence.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import type { FileDraft } from './file-draft.ts';
import type { FilePlan } from './file-plan.ts';
import { detectLateEncoding } from './late-encoding.ts';
import type { ReadingChoices } from './reading-choices.ts';
import { amountReadings, dateReadings } from './readings.ts';

/** How a file must be read differently from its plan, now that all of it was seen. */
export interface Decision {
  readonly encoding?: EncodingName;
  readonly decimal?: DecimalMark;
  readonly dateOrder?: DateOrder;
}

/**
 * Settles what the head of a file left open: returns what must be read anew, reports as a question
 * what the data do not decide, and null when the reading stands. `encodingOpen`: the head was ASCII.
 */
export const settle = async (
  draft: FileDraft,
  choices: ReadingChoices,
  encodingOpen: boolean,
  vocabulary: Vocabulary,
): Promise<Decision | null> => {
  if (draft.plan === null || draft.skipped) return null;
  if (encodingOpen && draft.evidence.badUtf8 > 0) {
    const encoding = await settleEncoding(draft);
    if (encoding !== null) return { encoding };
  }
  const decimal = choices.decimal === null ? settleDecimal(draft, draft.plan, vocabulary) : null;
  const dateOrder = choices.dateOrder === null ? settleOrder(draft, draft.plan) : null;
  if (decimal === null && dateOrder === null) return null;
  return { ...(decimal !== null && { decimal }), ...(dateOrder !== null && { dateOrder }) };
};

const settleEncoding = async (draft: FileDraft): Promise<EncodingName | null> => {
  const found = await detectLateEncoding(draft.source);
  if (!found.ok) {
    const { encoding, readings } = found.fault;
    draft.report('encoding-ambiguous', 0, '', encoding, { readings });
  }
  return found.ok && found.value !== 'utf-8' ? found.value : null;
};

const settleDecimal = (
  draft: FileDraft,
  plan: FilePlan,
  vocabulary: Vocabulary,
): DecimalMark | null => {
  const { evidence } = draft;
  if (evidence.doubtfulAmounts === 0) return null;
  const proven = provenDecimal(evidence);
  if (proven === null) {
    const code = evidence.point > 0 ? 'decimal-conflict' : 'decimal-ambiguous';
    const column = plan.columns.amount ?? plan.columns.avg_monthly_balance_KZT;
    const text = evidence.amountExample ?? '';
    const readings = amountReadings(text, vocabulary);
    draft.report(code, 0, headingOf(plan, column), text, { readings });
  }
  return proven === plan.decimal ? null : proven;
};

const settleOrder = (draft: FileDraft, plan: FilePlan): DateOrder | null => {
  const { evidence } = draft;
  if (evidence.doubtfulDates === 0) return null;
  const proven = provenOrder(evidence);
  if (proven === null) {
    const code = evidence.dmy > 0 ? 'date-order-conflict' : 'date-order-ambiguous';
    const text = evidence.dateExample ?? '';
    const heading = headingOf(plan, plan.columns.date);
    draft.report(code, 0, heading, text, { readings: dateReadings(text) });
  }
  return proven === plan.dateOrder ? null : proven;
};

const headingOf = (plan: FilePlan, column: number | undefined): string =>
  column === undefined ? '' : plan.headings[column];
