import type { FactSource } from '../../engine/texts/fact-source.ts';

/** By product code: what {n} counts, and whose rates are yearly. True in every catalogue and language. */
export const FACT_SOURCES: Readonly<Record<string, FactSource>> = {
  'savings-deposit': { yearlyRate: true },
  'accumulation-deposit': {
    yearlyRate: true,
    count: { of: 'transfers', types: ['deposit_topup_out'] },
  },
  'multicurrency-deposit': { yearlyRate: true, count: { of: 'currency' } },
  'multicurrency-account': { count: { of: 'currency' } },
  'fx-exchange': { count: { of: 'transfers', types: ['fx_buy', 'fx_sell'] } },
  'travel-card': { count: { of: 'purchases' } },
  'gamer-card': { count: { of: 'purchases' } },
  'cashback-all-card': { count: { of: 'categories' }, atLeast: 5 },
  'premium-card': { count: { of: 'transfers', types: ['p2p_out', 'atm_withdrawal'] } },
  'free-transfers-card': { count: { of: 'transfers', types: ['p2p_out', 'atm_withdrawal'] } },
  'cash-loan': { yearlyRate: true },
  mortgage: { yearlyRate: true },
  investments: { count: { of: 'transfers', types: ['invest_out'] } },
  gold: { count: { of: 'transfers', types: ['gold_buy_out'] } },
};
