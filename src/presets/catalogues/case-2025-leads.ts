import type { CatalogueProduct } from '../../engine/benefits/catalogue.ts';
import { MORE, SOMEWHAT } from './more.ts';
import { LOAN, INVEST, GOLD, LIVING } from './transfer-groups.ts';

/** Products without a figure: the loan leads by need, the others by behaviour. */
export const leads = [
  {
    code: 'cash-loan',
    name: 'Кредит наличными',
    family: 'credit',
    lane: 'need',
    gates: [
      { metric: 'debtLoad', max: 0.5 },
      { metric: 'statusIs', texts: ['Студент'], max: 0 },
    ],
    signals: [
      { metric: 'gapJump', types: LIVING, from: 0.4, to: 1, weight: 0.55, relative: MORE },
      { metric: 'worstGap', types: LIVING, from: 0.5, to: 1.5, weight: 0.35, relative: MORE },
      { metric: 'transferCount', types: LOAN, from: 3, to: 6, weight: 0.55, relative: MORE },
      { metric: 'transferCount', types: LOAN, from: 0, to: 3, weight: 0.15, relative: SOMEWHAT },
      {
        metric: 'transfers',
        types: LOAN,
        from: 40_000,
        to: 100_000,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
      {
        metric: 'balanceToSpend',
        from: 0.6,
        to: 0.3,
        weight: 0.6,
        relative: { from: 0, to: 2 },
        role: 'support',
      },
      { metric: 'incomeMonths', from: 1, to: 3, weight: 0.3, role: 'support' },
      { metric: 'balanceToSpend', from: 0.7, to: 1.5, weight: 0.9, role: 'against' },
    ],
    leadAt: 0.68,
    benefit: [],
    terms: { rate: 0.12, effectiveRate: 0.1268 },
  },
  {
    code: 'investments',
    name: 'Инвестиции',
    family: 'risk',
    lane: 'behaviour',
    gates: [],
    signals: [
      { metric: 'transferCount', types: INVEST, from: 1, to: 4, weight: 0.75, relative: MORE },
      {
        metric: 'transfers',
        types: INVEST,
        from: 15_000,
        to: 60_000,
        weight: 0.4,
        relative: MORE,
      },
      { metric: 'transferCount', types: INVEST, from: 0, to: 2, weight: 0.25, relative: SOMEWHAT },
      { metric: 'transferMonths', types: INVEST, from: 1, to: 3, weight: 0.3, role: 'support' },
    ],
    leadAt: 0.7,
    benefit: [],
    terms: {},
  },
  {
    code: 'gold',
    name: 'Золотые слитки',
    family: 'risk',
    lane: 'behaviour',
    gates: [],
    signals: [
      { metric: 'transferCount', types: GOLD, from: 1, to: 2, weight: 0.7, relative: MORE },
      { metric: 'transfers', types: GOLD, from: 20_000, to: 80_000, weight: 0.6, relative: MORE },
      { metric: 'transferCount', types: GOLD, from: 0, to: 2, weight: 0.25, relative: SOMEWHAT },
      {
        metric: 'spendShare',
        group: 'jewellery',
        from: 0.03,
        to: 0.1,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
    ],
    leadAt: 0.7,
    benefit: [],
    terms: {},
  },
] satisfies CatalogueProduct[];
