import type { EncodingName } from '../bytes/encoding.ts';
import type { DecimalMark } from '../rows/amount.ts';
import type { DateOrder } from '../rows/date.ts';
import { provenDecimal, provenOrder } from './evidence.ts';
import type { FileDraft } from './file-draft.ts';
import type { ReadingChoices } from './reading-choices.ts';

/** How a file must be read differently from its plan, now that all of it was seen. */
export interface Decision {
  readonly encoding?: EncodingName;
  readonly decimal?: DecimalMark;
  readonly dateOrder?: DateOrder;
}

/**
 * Settles what the head of a file left open: returns what must be read anew, reports as a question
 * what the data do not decide, and null when the reading stands.
 */
export const settle = (draft: FileDraft, choices: ReadingChoices): Decision | null => {
  const { plan, evidence } = draft;
  if (plan === null) return null;
  const decision: { decimal?: DecimalMark; dateOrder?: DateOrder } = {};

  if (evidence.doubtfulAmounts > 0 && choices.decimal === null) {
    const proven = provenDecimal(evidence);
    if (proven === null) {
      draft.report(
        evidence.point > 0 ? 'decimal-conflict' : 'decimal-ambiguous',
        0,
        amountHeading(draft),
        evidence.amountExample ?? '',
      );
    } else if (proven !== plan.decimal) decision.decimal = proven;
  }
  if (evidence.doubtfulDates > 0 && choices.dateOrder === null) {
    const proven = provenOrder(evidence);
    if (proven === null) {
      draft.report(
        evidence.dmy > 0 ? 'date-order-conflict' : 'date-order-ambiguous',
        0,
        heading(draft, plan.columns.date),
        evidence.dateExample ?? '',
      );
    } else if (proven !== plan.dateOrder) decision.dateOrder = proven;
  }
  return decision.decimal || decision.dateOrder ? decision : null;
};

const amountHeading = (draft: FileDraft): string => {
  const { amount, avg_monthly_balance_KZT } = draft.plan!.columns;
  return heading(draft, amount ?? avg_monthly_balance_KZT);
};

const heading = (draft: FileDraft, column: number | undefined): string =>
  column === undefined ? '' : draft.headings[column];
