import type { Trait } from '../features/ledger.ts';
import type { Metric, MetricDefinition } from './metric-definition.ts';
import { ratio } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

/** 1 when the client has a trait that contains one of the texts, letter for letter. */
const traitSeen =
  (source: Trait['source']) =>
  (ref: MetricRef, scope: MetricScope): Metric => {
    const texts = ref.texts ?? [];
    const wanted = Uint8Array.from(scope.frame.traits, (trait) =>
      trait.source === source && texts.some((text) => trait.text.includes(text)) ? 1 : 0,
    );
    return ({ ledger }) => {
      for (let i = 0; i < ledger.traitCount; i++) if (wanted[ledger.traitIds[i]] === 1) return 1;
      return 0;
    };
  };

/** Who the client is and what is on the account. */
export const clientMetrics = {
  balance: {
    unit: 'tenge',
    required: [],
    optional: [],
    meaning: 'Average balance.',
    compile: () => (totals) => totals.ledger.balance,
  },
  freeBalance: {
    unit: 'tenge',
    required: [],
    optional: [],
    meaning: 'max(0, balance − so many months of card spend as the catalogue says).',
    compile: (_, scope) => {
      const months = scope.freeBalanceMonths;
      return ({ ledger, spend, period }) => Math.max(0, ledger.balance - (months * spend) / period);
    },
  },
  balanceToSpend: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'For how many months of card spend the balance lasts; unknown without spend.',
    compile: () => (totals) => ratio(totals.ledger.balance * totals.period, totals.spend),
  },
  age: {
    unit: 'years',
    required: [],
    optional: [],
    meaning: 'Age; may be unknown.',
    compile: () => (totals) => totals.ledger.age,
  },
  monthsActive: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with any operation; without dates the whole period, if there is any at all.',
    compile: (_, scope) => {
      const columns = scope.frame.transferTypes.length;
      return (totals) => {
        const { ledger, slots } = totals;
        if (!scope.frame.dated) {
          return totals.spendCount + totals.transferCount > 0 ? totals.period : 0;
        }
        let months = 0;
        for (let slot = 0; slot < slots; slot++) {
          let active = false;
          for (let row = 0; row < ledger.categoryCount && !active; row++) {
            active = ledger.spend[row * slots + slot] !== 0;
          }
          for (let column = 0; column < columns && !active; column++) {
            active = ledger.transfers[column * slots + slot] !== 0;
          }
          if (active) months++;
        }
        return months;
      };
    },
  },
  operations: {
    unit: 'count',
    required: [],
    optional: [],
    meaning: 'Number of card operations and transfers of the whole period.',
    compile: () => (totals) => totals.spendCount + totals.transferCount,
  },
  statusIs: {
    unit: 'flag',
    required: ['texts'],
    optional: [],
    meaning: '1 when the status is exactly one of the texts.',
    compile: (ref) => {
      const texts = ref.texts ?? [];
      return ({ ledger }) => (texts.includes(ledger.status) ? 1 : 0);
    },
  },
  productSeen: {
    unit: 'flag',
    required: ['texts'],
    optional: [],
    meaning: '1 when some transaction names a product whose name contains one of the texts.',
    compile: traitSeen('product'),
  },
  typeSeen: {
    unit: 'flag',
    required: ['texts'],
    optional: [],
    meaning: '1 when some transfer has a type whose name contains one of the texts.',
    compile: traitSeen('type'),
  },
  foreignSeen: {
    unit: 'flag',
    required: [],
    optional: [],
    meaning: '1 when some card operation is not in tenge.',
    compile: () => (totals) => (totals.foreignCount > 0 ? 1 : 0),
  },
} satisfies Record<string, MetricDefinition>;
