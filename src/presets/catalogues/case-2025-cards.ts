import type { CatalogueProduct } from '../../engine/benefits/catalogue.ts';
import { MORE } from './more.ts';
import { ATM, P2P, FX, FX_DEPOSIT, CARD_DEBT } from './transfer-groups.ts';

/** Cards and exchange: ranked in tenge. */
export const cards = [
  {
    code: 'travel-card',
    name: 'Карта для путешествий',
    family: 'money',
    lane: 'value',
    specialist: 'travel',
    gates: [],
    signals: [
      { metric: 'spendShare', group: 'travel', from: 0.18, to: 0.3, weight: 0.8, relative: MORE },
      { metric: 'purchases', group: 'trips', from: 1, to: 3, weight: 0.4, relative: MORE },
      {
        metric: 'purchaseShare',
        group: 'travel',
        from: 0.2,
        to: 0.4,
        weight: 0.4,
        relative: MORE,
        role: 'support',
      },
      {
        metric: 'foreignShare',
        from: 0.02,
        to: 0.1,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 50_000,
        lines: [{ of: { metric: 'spend', group: 'travel' }, rate: 0.04 }],
      },
    ],
    terms: { rate: 0.04, cap: 50_000 },
  },
  {
    code: 'premium-card',
    name: 'Премиальная карта',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      {
        metric: 'spendShare',
        group: 'boosted',
        from: 0.25,
        to: 0.4,
        weight: 0.6,
        relative: MORE,
      },
      {
        metric: 'transfers',
        types: ATM,
        from: 100_000,
        to: 250_000,
        weight: 0.5,
        relative: MORE,
      },
      {
        metric: 'transferCount',
        types: [...ATM, ...P2P],
        from: 15,
        to: 30,
        weight: 0.3,
        relative: MORE,
      },
      {
        metric: 'balance',
        from: 800_000,
        to: 2_000_000,
        weight: 0.5,
        relative: { from: 0.5, to: 3 },
        role: 'support',
      },
      {
        metric: 'statusIs',
        texts: ['Премиальный клиент'],
        from: 0,
        to: 1,
        weight: 0.3,
        role: 'support',
      },
      { metric: 'balance', from: 1_000_000, to: 500_000, weight: 0.97, role: 'against' },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 100_000,
        lines: [
          {
            of: { metric: 'spendOutside', group: 'boosted' },
            by: { metric: 'balance' },
            steps: [
              { from: 0, rate: 0.02 },
              { from: 1_000_000, rate: 0.03 },
              { from: 6_000_000, rate: 0.04 },
            ],
          },
          { of: { metric: 'spend', group: 'boosted' }, rate: 0.04 },
        ],
      },
      {
        kind: 'saving',
        lines: [
          { of: { metric: 'transfers', types: ATM }, rate: 0.01 },
          { of: { metric: 'transfers', types: P2P }, rate: 0.005 },
        ],
      },
    ],
    terms: { rate: 0.04, cap: 100_000 },
  },
  {
    code: 'credit-card',
    name: 'Кредитная карта',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'transferCount', types: CARD_DEBT, from: 3, to: 6, weight: 0.75, relative: MORE },
      {
        metric: 'transfers',
        types: CARD_DEBT,
        from: 25_000,
        to: 60_000,
        weight: 0.4,
        relative: MORE,
      },
      { metric: 'spendShare', group: 'online', from: 0.2, to: 0.4, weight: 0.3, relative: MORE },
      {
        metric: 'topShare',
        withoutSpecialists: true,
        without: 'online',
        from: 0.55,
        to: 0.75,
        weight: 0.15,
        relative: MORE,
      },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 30_000,
        lines: [
          { of: { metric: 'topSpend', withoutSpecialists: true, without: 'online' }, rate: 0.05 },
          { of: { metric: 'spend', group: 'online' }, rate: 0.05 },
        ],
      },
    ],
    terms: { rate: 0.1, cap: 30_000 },
  },
  {
    code: 'fx-exchange',
    name: 'Обмен валют',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'transferCount', types: FX, from: 2, to: 10, weight: 0.7, relative: MORE },
      { metric: 'transfers', types: FX, from: 100_000, to: 500_000, weight: 0.6, relative: MORE },
      {
        metric: 'foreignShare',
        from: 0.05,
        to: 0.3,
        weight: 0.3,
        relative: MORE,
        role: 'support',
      },
      {
        metric: 'transferCount',
        types: FX_DEPOSIT,
        from: 1,
        to: 4,
        weight: 0.7,
        relative: MORE,
        role: 'against',
      },
    ],
    benefit: [{ kind: 'saving', lines: [{ of: { metric: 'transfers', types: FX }, rate: 0.007 }] }],
    terms: {},
  },
] satisfies CatalogueProduct[];
