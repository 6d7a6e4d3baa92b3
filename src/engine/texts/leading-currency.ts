import type { ClientTotals } from '../benefits/client-totals.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import type { LanguagePack } from './language-pack.ts';

/** Makes the function that finds the nameable foreign currency most is spent in: its column, or −1. */
export const leadingCurrency = (
  frame: LedgerFrame,
  names: LanguagePack['currencies'],
): ((totals: ClientTotals) => number) => {
  const nameable = frame.currencies.map((code) => Object.hasOwn(names, code));
  return ({ ledger }) => {
    const slots = frame.months.length;
    let leader = -1;
    let most = 0;
    for (let currency = 1; currency < nameable.length; currency++) {
      if (!nameable[currency]) continue;
      let spent = 0;
      for (let slot = 0; slot < slots; slot++)
        spent += ledger.foreignSpend[currency * slots + slot];
      if (spent > most) {
        most = spent;
        leader = currency;
      }
    }
    return leader;
  };
};
