/** How a metric's value is written. The engine's own table says the same; a test compares the two. */
export type MetricUnit =
  | 'tenge'
  | 'tenge-per-month'
  | 'per-quarter'
  | 'count'
  | 'months'
  | 'share'
  | 'ratio'
  | 'years'
  | 'flag';

export const METRIC_UNITS: Readonly<Record<string, MetricUnit>> = {
  spend: 'tenge-per-month',
  spendOutside: 'tenge-per-month',
  spendShare: 'share',
  purchases: 'per-quarter',
  purchaseShare: 'share',
  spendMonths: 'months',
  volatility: 'ratio',
  topSpend: 'tenge-per-month',
  topShare: 'share',
  topStability: 'share',
  categories: 'count',
  foreignSpend: 'tenge-per-month',
  foreignShare: 'share',
  foreignPurchases: 'per-quarter',
  foreignMonths: 'months',
  transfers: 'tenge-per-month',
  transferCount: 'per-quarter',
  transferCountShare: 'share',
  transfersToSpend: 'ratio',
  transferMonths: 'months',
  transferMean: 'tenge',
  transferEvenness: 'ratio',
  inflow: 'tenge-per-month',
  outflow: 'tenge-per-month',
  income: 'tenge-per-month',
  incomeMonths: 'months',
  debtLoad: 'share',
  worstGap: 'ratio',
  gapJump: 'ratio',
  savedShare: 'share',
  cashbackEarned: 'tenge-per-month',
  balance: 'tenge',
  freeBalance: 'tenge',
  balanceToSpend: 'months',
  age: 'years',
  monthsActive: 'months',
  operations: 'count',
  statusIs: 'flag',
  productSeen: 'flag',
  typeSeen: 'flag',
  foreignSeen: 'flag',
};
