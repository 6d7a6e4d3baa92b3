import type { CategorySet } from '../benefits/category-set.ts';
import type { ClientTotals } from '../benefits/client-totals.ts';
import type { MetricScope } from '../benefits/metric-scope.ts';
import type { CountSource } from './fact-source.ts';

type CountReader = (totals: ClientTotals, currency: number) => number;

/** Makes the function that counts {n}; `currency` is the column of the named one, or −1. */
export const countReader = (
  source: CountSource | undefined,
  scope: MetricScope,
  own: CategorySet,
): CountReader => {
  switch (source?.of) {
    case undefined:
      return () => 0;
    case 'transfers': {
      const columns = scope.columns(source.types);
      return ({ ledger }) => columns.reduce((sum, column) => sum + ledger.transferCount[column], 0);
    }
    case 'purchases':
      return (totals) => totals.ask(own.count);
    case 'categories':
      return countCategories;
    case 'currency':
      return ({ ledger }, currency) => (currency < 0 ? 0 : ledger.currencyCount[currency]);
  }
};

const countCategories: CountReader = (totals) => {
  let count = 0;
  for (let row = 0; row < totals.ledger.categoryCount; row++) {
    if (totals.spendIn(row) > 0) count++;
  }
  return count;
};
