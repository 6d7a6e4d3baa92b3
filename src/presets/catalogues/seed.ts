import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { flows } from './flows.ts';

/** A literal product: always eligible, no signals, ranked by its number alone. */
const literal = { family: 'money', lane: 'value', gates: [], signals: [] } as const;

/**
 * The formulas of the program this one replaces, letter for letter, for comparison and migration:
 * no signals, no lanes, no threshold. A condition that fails makes the number 0 there, so here it
 * is a step of the rate and not a gate: every product keeps its literal number.
 */
export const seed = {
  schema: 1,
  id: 'seed',
  version: '1.0.0',
  asOf: '2025-09-01',
  title: 'Прежние формулы',
  rules: {
    freeBalanceMonths: 2,
    offerThreshold: 0,
    minMonths: 2,
    minOperations: 30,
    minPopulation: 30,
  },
  groups: {
    travel: ['Такси', 'Отели', 'Путешествия'],
    online: ['Едим дома', 'Смотрим дома', 'Играем дома'],
  },
  flows,
  products: [
    {
      ...literal,
      code: 'savings-deposit',
      name: 'Депозит Сберегательный',
      benefit: [
        { kind: 'formula', cap: 50_000, lines: [{ of: { metric: 'balance' }, rate: 0.005 }] },
      ],
      // 0,5 % a month for twelve months, compounded.
      terms: { rate: 0.06, effectiveRate: 0.0617, cap: 50_000 },
    },
    {
      ...literal,
      family: 'credit',
      code: 'cash-loan',
      name: 'Кредит наличными',
      benefit: [
        {
          kind: 'formula',
          cap: 100_000,
          lines: [
            {
              of: { metric: 'outflow' },
              by: { metric: 'productSeen', texts: ['Кредит'] },
              steps: [{ from: 1, rate: 0.01 }],
            },
          ],
        },
      ],
      terms: {},
    },
    {
      ...literal,
      code: 'travel-card',
      name: 'Карта для путешествий',
      benefit: [
        {
          kind: 'formula',
          cap: 15_000,
          lines: [{ of: { metric: 'spend', group: 'travel' }, rate: 0.02 }],
        },
      ],
      terms: { rate: 0.02, cap: 15_000 },
    },
    {
      ...literal,
      code: 'gamer-card',
      name: 'Карта для геймеров',
      benefit: [
        {
          kind: 'formula',
          cap: 10_000,
          lines: [{ of: { metric: 'spend', group: 'online' }, rate: 0.015 }],
        },
      ],
      terms: { rate: 0.015, cap: 10_000 },
    },
    {
      ...literal,
      code: 'cashback-all-card',
      name: 'Карта с кэшбэком на все',
      benefit: [{ kind: 'formula', cap: 20_000, lines: [{ of: { metric: 'spend' }, rate: 0.01 }] }],
      terms: { rate: 0.01, cap: 20_000 },
    },
    {
      ...literal,
      code: 'cashback-top3-card',
      name: 'Карта с кэшбэком на топ-3 категории',
      benefit: [
        { kind: 'formula', cap: 25_000, lines: [{ of: { metric: 'topSpend' }, rate: 0.03 }] },
      ],
      terms: { rate: 0.03, cap: 25_000 },
    },
    {
      ...literal,
      code: 'premium-card',
      name: 'Премиальная карта',
      benefit: [
        {
          kind: 'formula',
          cap: 75_000,
          lines: [
            {
              of: { metric: 'balance' },
              by: { metric: 'statusIs', texts: ['Премиальный клиент'] },
              steps: [{ from: 1, rate: 0.008 }],
            },
          ],
        },
      ],
      terms: { rate: 0.008, cap: 75_000 },
    },
    {
      ...literal,
      code: 'multicurrency-account',
      name: 'Мультивалютный счет',
      benefit: [
        {
          kind: 'formula',
          cap: 10_000,
          lines: [
            {
              of: { metric: 'balance' },
              by: { metric: 'foreignSeen' },
              steps: [{ from: 1, rate: 0.001 }],
            },
          ],
        },
      ],
      terms: { rate: 0.001, cap: 10_000 },
    },
    {
      ...literal,
      code: 'free-transfers-card',
      name: 'Карта с бесплатными переводами',
      benefit: [
        {
          kind: 'formula',
          cap: 5_000,
          lines: [
            {
              of: { metric: 'outflow' },
              by: { metric: 'typeSeen', texts: ['atm', 'p2p'] },
              steps: [{ from: 1, rate: 0.002 }],
            },
          ],
        },
      ],
      terms: { rate: 0.002, cap: 5_000 },
    },
    {
      ...literal,
      family: 'credit',
      code: 'mortgage',
      name: 'Ипотека',
      benefit: [
        { kind: 'formula', cap: 30_000, lines: [{ of: { metric: 'inflow' }, rate: 0.003 }] },
      ],
      terms: {},
    },
  ],
} satisfies Catalogue;
