import type { CatalogueFlows } from '../../engine/benefits/catalogue.ts';

/** Card top-ups, refunds and sales of assets are not income; `card_out` is not spending. */
export const flows: CatalogueFlows = {
  income: ['salary_in', 'stipend_in', 'family_in'],
  debtService: ['loan_payment_out', 'cc_repayment_out', 'installment_payment_out'],
  cashback: ['cashback_in'],
};
