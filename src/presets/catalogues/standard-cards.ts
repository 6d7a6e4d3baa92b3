import type { CatalogueProduct } from '../../engine/benefits/catalogue.ts';
import { ATM, P2P } from './transfer-groups.ts';

/** Cashback cards, from the most special to the most general, and the premium one. */
export const cards = [
  {
    code: 'travel-card',
    name: 'Карта для путешествий',
    family: 'money',
    lane: 'value',
    specialist: 'travel',
    gates: [],
    signals: [
      { metric: 'spendShare', group: 'travel', from: 0.18, to: 0.3, weight: 0.8 },
      { metric: 'purchases', group: 'trips', from: 1, to: 3, weight: 0.4 },
      { metric: 'purchases', group: 'taxi', from: 20, to: 50, weight: 0.3 },
      { metric: 'foreignShare', from: 0.02, to: 0.1, weight: 0.3, role: 'support' },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 30_000,
        lines: [{ of: { metric: 'spend', group: 'travel' }, rate: 0.04 }],
      },
    ],
    terms: { rate: 0.04, cap: 30_000 },
  },
  {
    code: 'gamer-card',
    name: 'Карта для геймеров',
    family: 'money',
    lane: 'value',
    specialist: 'digital',
    gates: [{ metric: 'age', min: 18, unknown: 'pass' }],
    signals: [
      { metric: 'spendShare', group: 'digital', from: 0.15, to: 0.3, weight: 0.9 },
      { metric: 'purchases', group: 'digital', from: 16, to: 30, weight: 0.4, role: 'support' },
      { metric: 'spendMonths', group: 'digital', from: 1, to: 3, weight: 0.2, role: 'support' },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 10_000,
        lines: [{ of: { metric: 'spend', group: 'digital' }, rate: 0.05 }],
      },
    ],
    terms: { rate: 0.05, cap: 10_000 },
  },
  {
    code: 'cashback-all-card',
    name: 'Карта с кэшбэком на все',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'topShare', from: 0.5, to: 0.36, weight: 0.95 },
      { metric: 'foreignShare', from: 0.2, to: 0.4, weight: 0.3, role: 'against' },
    ],
    benefit: [{ kind: 'cashback', cap: 20_000, lines: [{ of: { metric: 'spend' }, rate: 0.01 }] }],
    terms: { rate: 0.01, cap: 20_000 },
  },
  {
    code: 'cashback-top3-card',
    name: 'Карта с кэшбэком на топ-3 категории',
    family: 'money',
    lane: 'value',
    gates: [],
    signals: [
      { metric: 'topShare', withoutSpecialists: true, from: 0.42, to: 0.56, weight: 0.8 },
      {
        metric: 'topStability',
        withoutSpecialists: true,
        from: 0.4,
        to: 0.8,
        weight: 0.6,
        role: 'support',
      },
    ],
    benefit: [
      {
        kind: 'cashback',
        cap: 25_000,
        lines: [{ of: { metric: 'topSpend', withoutSpecialists: true }, rate: 0.03 }],
      },
    ],
    terms: { rate: 0.03, cap: 25_000 },
  },
  {
    code: 'premium-card',
    name: 'Премиальная карта',
    family: 'money',
    lane: 'value',
    gates: [
      {
        anyOf: [
          { metric: 'balance', min: 1_000_000 },
          { metric: 'statusIs', texts: ['Премиальный клиент'], min: 1 },
        ],
      },
    ],
    signals: [
      { metric: 'balance', from: 800_000, to: 2_000_000, weight: 0.3 },
      { metric: 'spendShare', group: 'boosted', from: 0.2, to: 0.45, weight: 0.6 },
      { metric: 'transfers', types: ATM, from: 100_000, to: 300_000, weight: 0.5 },
      {
        metric: 'transferCount',
        types: [...ATM, ...P2P],
        from: 10,
        to: 24,
        weight: 0.4,
        role: 'support',
      },
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
] satisfies CatalogueProduct[];
