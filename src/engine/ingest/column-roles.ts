import type { Field } from '../rows/vocabulary.ts';
import type { FilePlan } from './file-plan.ts';

/** What the fast lane does with a column. */
export const IGNORED = 0;
export const CODE = 1;
export const AMOUNT = 2;
export const DATE = 3;
export const CATEGORY = 4;
export const CURRENCY = 5;
export const TYPE = 6;
export const DIRECTION = 7;
export const PRODUCT = 8;

const ROLES: Partial<Record<Field, number>> = {
  client_code: CODE,
  amount: AMOUNT,
  date: DATE,
  category: CATEGORY,
  currency: CURRENCY,
  type: TYPE,
  direction: DIRECTION,
  product: PRODUCT,
};

/** The role of every column of a file; a field that means nothing in its kind is ignored. */
export const columnRoles = (plan: FilePlan): Uint8Array => {
  const roles = new Uint8Array(plan.headings.length);
  for (const [field, column] of Object.entries(plan.columns) as [Field, number][]) {
    const isOther =
      plan.kind === 'transactions'
        ? field === 'type' || field === 'direction'
        : field === 'category';
    roles[column] = isOther ? IGNORED : (ROLES[field] ?? IGNORED);
  }
  return roles;
};
