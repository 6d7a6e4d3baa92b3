import type { CatalogueProduct } from '../../engine/benefits/catalogue.ts';
import { ATM, P2P, FX, TOP_UP, LIVING } from './transfer-groups.ts';

/** Everything that is not cashback. */
export const accounts = [
  {
    code: 'savings-deposit',
    name: 'Депозит Сберегательный',
    family: 'money',
    lane: 'value',
    exclusive: 'deposit',
    gates: [],
    signals: [
      { metric: 'balanceToSpend', from: 2.5, to: 5, weight: 0.85 },
      { metric: 'volatility', from: 0.4, to: 0.15, weight: 0.3, role: 'support' },
      { metric: 'transferCount', types: TOP_UP, from: 1, to: 4, weight: 0.3, role: 'against' },
    ],
    benefit: [{ kind: 'interest', lines: [{ of: { metric: 'freeBalance' }, rate: 0.165 }] }],
    terms: { rate: 0.165, effectiveRate: 0.1781 },
  },
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
      { metric: 'gapJump', types: LIVING, from: 0.4, to: 0.9, weight: 0.55 },
      { metric: 'balanceToSpend', from: 0.6, to: 0.3, weight: 0.6, role: 'support' },
      { metric: 'incomeMonths', from: 1, to: 3, weight: 0.3, role: 'support' },
      { metric: 'balanceToSpend', from: 0.7, to: 1.5, weight: 0.9, role: 'against' },
    ],
    leadAt: 0.65,
    benefit: [],
    terms: {},
  },
  {
    code: 'multicurrency-account',
    name: 'Мультивалютный счет',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'foreignShare', from: 0.12, to: 0.4, weight: 0.9 },
      { metric: 'foreignPurchases', from: 2, to: 12, weight: 0.3 },
      { metric: 'transferMonths', types: FX, from: 1, to: 3, weight: 0.3 },
    ],
    benefit: [{ kind: 'saving', lines: [{ of: { metric: 'foreignSpend' }, rate: 0.02 }] }],
    terms: { rate: 0.02 },
  },
  {
    code: 'free-transfers-card',
    name: 'Карта с бесплатными переводами',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'transfersToSpend', types: [...P2P, ...ATM], from: 0.5, to: 3, weight: 0.9 },
      { metric: 'transferCount', types: [...P2P, ...ATM], from: 12, to: 30, weight: 0.4 },
    ],
    benefit: [
      {
        kind: 'saving',
        cap: 5_000,
        lines: [
          { of: { metric: 'transfers', types: P2P }, rate: 0.005 },
          { of: { metric: 'transfers', types: ATM }, rate: 0.01 },
        ],
      },
    ],
    terms: { cap: 5_000 },
  },
  {
    code: 'mortgage',
    name: 'Ипотека',
    family: 'credit',
    lane: 'need',
    gates: [
      { metric: 'debtLoad', max: 0.5 },
      { metric: 'age', min: 25, max: 45 },
    ],
    signals: [
      { metric: 'transfers', types: P2P, from: 70_000, to: 140_000, weight: 0.6 },
      {
        metric: 'transferEvenness',
        types: P2P,
        from: 0.4,
        to: 0.7,
        weight: 0.4,
        role: 'support',
      },
      { metric: 'savedShare', types: LIVING, from: 0.05, to: 0.2, weight: 0.5, role: 'support' },
      { metric: 'balanceToSpend', from: 3, to: 7, weight: 0.4, role: 'support' },
      { metric: 'incomeMonths', from: 1, to: 3, weight: 0.2, role: 'support' },
      { metric: 'transferCount', types: P2P, from: 20, to: 36, weight: 0.6, role: 'against' },
    ],
    leadAt: 0.72,
    benefit: [],
    terms: {},
  },
] satisfies CatalogueProduct[];
