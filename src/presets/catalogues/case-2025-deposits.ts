import type { CatalogueProduct } from '../../engine/benefits/catalogue.ts';
import { MORE } from './more.ts';
import { FX, FX_DEPOSIT, TOP_UP } from './transfer-groups.ts';

/** Three deposits, of which one leads. */
export const deposits = [
  {
    code: 'multicurrency-deposit',
    name: 'Депозит Мультивалютный',
    family: 'money',
    lane: 'value',
    exclusive: 'deposit',
    gates: [],
    signals: [
      { metric: 'transferCount', types: FX_DEPOSIT, from: 1, to: 3, weight: 0.8, relative: MORE },
      { metric: 'transferCount', types: FX, from: 2, to: 8, weight: 0.15, relative: MORE },
      {
        metric: 'foreignShare',
        from: 0.04,
        to: 0.12,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
      {
        metric: 'balanceToSpend',
        from: 2.5,
        to: 5,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
    ],
    benefit: [{ kind: 'interest', lines: [{ of: { metric: 'freeBalance' }, rate: 0.145 }] }],
    terms: { rate: 0.145, effectiveRate: 0.155 },
  },
  {
    code: 'savings-deposit',
    name: 'Депозит Сберегательный',
    family: 'money',
    lane: 'value',
    exclusive: 'deposit',
    gates: [],
    signals: [
      {
        metric: 'balanceToSpend',
        from: 1,
        to: 3,
        weight: 0.75,
        relative: { from: 0.5, to: 2 },
      },
      {
        metric: 'volatility',
        from: 0.3,
        to: 0.1,
        weight: 0.3,
        relative: { from: 0, to: 3 },
        role: 'support',
      },
      {
        metric: 'transferCount',
        types: TOP_UP,
        from: 1,
        to: 4,
        weight: 0.5,
        relative: MORE,
        role: 'against',
      },
      {
        metric: 'transferCount',
        types: FX_DEPOSIT,
        from: 1,
        to: 3,
        weight: 0.5,
        relative: MORE,
        role: 'against',
      },
    ],
    benefit: [{ kind: 'interest', lines: [{ of: { metric: 'freeBalance' }, rate: 0.165 }] }],
    terms: { rate: 0.165, effectiveRate: 0.1781 },
  },
  {
    code: 'accumulation-deposit',
    name: 'Депозит Накопительный',
    family: 'money',
    lane: 'value',
    exclusive: 'deposit',
    gates: [],
    signals: [
      { metric: 'transferCount', types: TOP_UP, from: 1, to: 4, weight: 0.8, relative: MORE },
      {
        metric: 'transfers',
        types: TOP_UP,
        from: 20_000,
        to: 60_000,
        weight: 0.4,
        relative: MORE,
      },
    ],
    benefit: [{ kind: 'interest', lines: [{ of: { metric: 'freeBalance' }, rate: 0.155 }] }],
    terms: { rate: 0.155, effectiveRate: 0.1665 },
  },
] satisfies CatalogueProduct[];
