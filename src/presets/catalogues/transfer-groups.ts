import { flows } from './flows.ts';

/** Transfer types, by what they are evidence of. */
export const ATM = ['atm_withdrawal'];
export const P2P = ['p2p_out'];
export const FX = ['fx_buy', 'fx_sell'];
export const FX_DEPOSIT = ['deposit_fx_topup_out', 'deposit_fx_withdraw_in'];
export const TOP_UP = ['deposit_topup_out'];
export const CARD_DEBT = ['cc_repayment_out', 'installment_payment_out'];
export const LOAN = ['loan_payment_out'];
export const INVEST = ['invest_out', 'invest_in'];
export const GOLD = ['gold_buy_out', 'gold_sell_in'];
/** What a household pays for living by transfer; moves to own savings are not in it. */
export const LIVING = [
  'p2p_out',
  'card_out',
  'atm_withdrawal',
  'utilities_out',
  ...flows.debtService,
];
