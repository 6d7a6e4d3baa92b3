import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import { flows } from './flows.ts';

const ATM = ['atm_withdrawal'];
const P2P = ['p2p_out'];
const FX = ['fx_buy', 'fx_sell'];
const TOP_UP = ['deposit_topup_out'];
/** What a household pays for living by transfer; moves to own savings are not in it. */
const LIVING = ['p2p_out', 'card_out', 'atm_withdrawal', 'utilities_out', ...flows.debtService];

/** The ten products of the mission under one comparable measure: the default. */
export const standard = {
  schema: 1,
  id: 'standard',
  version: '1.0.0',
  asOf: '2025-09-01',
  title: 'Стандартный каталог',
  rules: {
    freeBalanceMonths: 2,
    offerThreshold: 500,
    minMonths: 2,
    minOperations: 30,
    minPopulation: 30,
  },
  groups: {
    travel: ['Такси', 'Отели', 'Путешествия'],
    trips: ['Отели', 'Путешествия'],
    taxi: ['Такси'],
    digital: ['Играем дома', 'Смотрим дома', 'Кино'],
    boosted: ['Ювелирные украшения', 'Косметика и Парфюмерия', 'Кафе и рестораны'],
  },
  flows,
  products: [
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
      benefit: [
        { kind: 'cashback', cap: 20_000, lines: [{ of: { metric: 'spend' }, rate: 0.01 }] },
      ],
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
  ],
} satisfies Catalogue;
