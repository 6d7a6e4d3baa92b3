import type { Catalogue, RelativeRamp } from '../../engine/benefits/catalogue.ts';
import { flows } from './flows.ts';

const ATM = ['atm_withdrawal'];
const P2P = ['p2p_out'];
const FX = ['fx_buy', 'fx_sell'];
const FX_DEPOSIT = ['deposit_fx_topup_out', 'deposit_fx_withdraw_in'];
const TOP_UP = ['deposit_topup_out'];
const CARD_DEBT = ['cc_repayment_out', 'installment_payment_out'];
const LOAN = ['loan_payment_out'];
const INVEST = ['invest_out', 'invest_in'];
const GOLD = ['gold_buy_out', 'gold_sell_in'];
/** What a household pays for living by transfer; moves to own savings are not in it. */
const LIVING = ['p2p_out', 'card_out', 'atm_withdrawal', 'utilities_out', ...flows.debtService];

/** Clearly more than the others do. */
const MORE: RelativeRamp = { from: 1.5, to: 4 };

/**
 * Ten products of a 2025 bank case. In such data nearly everybody does nearly everything, so every
 * signal asks what a client does more of than the others loaded; the products' own transfers weigh
 * most, shares of the basket less.
 */
export const case2025 = {
  schema: 1,
  id: 'case-2025',
  version: '1.0.0',
  asOf: '2025-09-01',
  title: 'Банковский кейс 2025',
  rules: {
    freeBalanceMonths: 2,
    offerThreshold: 500,
    minMonths: 2,
    minOperations: 30,
    minPopulation: 30,
  },
  groups: {
    travel: ['Путешествия', 'Отели', 'Такси'],
    trips: ['Путешествия', 'Отели'],
    boosted: ['Ювелирные украшения', 'Косметика и Парфюмерия', 'Кафе и рестораны'],
    online: ['Едим дома', 'Смотрим дома', 'Играем дома', 'Кино'],
    jewellery: ['Ювелирные украшения'],
  },
  flows,
  products: [
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
          weight: 0.4,
          relative: MORE,
          role: 'against',
        },
      ],
      benefit: [
        { kind: 'saving', lines: [{ of: { metric: 'transfers', types: FX }, rate: 0.007 }] },
      ],
      terms: {},
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
        { metric: 'gapJump', types: LIVING, from: 0.4, to: 1, weight: 0.55, relative: MORE },
        { metric: 'transferCount', types: LOAN, from: 3, to: 6, weight: 0.55, relative: MORE },
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
      leadAt: 0.65,
      benefit: [],
      terms: { rate: 0.12, effectiveRate: 0.1268 },
    },
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
        { metric: 'worstGap', types: LIVING, from: 0.5, to: 1.5, weight: 0.35, relative: MORE },
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
  ],
} satisfies Catalogue;
