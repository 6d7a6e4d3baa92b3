import type { ClientBlock } from '../features/client-block.ts';
import type { Trait } from '../features/ledger.ts';
import type { Metric } from './metric.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';
import { column, flag, plus, ratio } from './metric-terms.ts';
import { allSpend } from './spend-metrics.ts';

const operations = (): Metric =>
  plus(
    column(({ spendCount }) => spendCount),
    column(({ transferCount }) => transferCount),
  );

/** For as long as the period. */
const balanceOfPeriod: Metric = ({ block, period }, out, at) => {
  for (let i = 0; i < block.clients; i++) out[at + i] = block.balance[i] * period;
};

const monthsWithOperations: Metric = ({ block, slots, monthSpend }, out, at) => {
  const { stride, clients } = block;
  out.fill(0, at, at + clients);
  for (let slot = 0; slot < slots; slot++) {
    for (let i = 0; i < clients; i++) {
      // Where purchases and refunds come to nothing, or nothing was spent, the cells must tell.
      if (monthSpend[slot * stride + i] !== 0 || isActive(block, i, slot, slots)) out[at + i]++;
    }
  }
};

const isActive = (block: ClientBlock, i: number, slot: number, slots: number): boolean => {
  const { spend, transfers, own, stride } = block;
  const step = slots * stride;
  const first = slot * stride + i;
  for (let at = first; at < spend.length; at += step) if (spend[at] !== 0) return true;
  for (let at = first; at < transfers.length; at += step) if (transfers[at] !== 0) return true;
  for (let row = own.starts[i]; row < own.starts[i + 1]; row++) {
    if (own.spend[row * slots + slot] !== 0) return true;
  }
  return false;
};

/** The whole period, if there is any operation at all. */
const periodWithOperations = (): Metric => {
  const any = flag(operations());
  return (totals, out, at) => {
    any(totals, out, at);
    for (let i = at; i < at + totals.block.clients; i++) out[i] *= totals.period;
  };
};

/** 1 when the client has a trait that contains one of the texts, letter for letter. */
const traitSeen =
  (source: Trait['source']) =>
  (ref: MetricRef, { frame }: MetricScope): Metric => {
    const texts = ref.texts ?? [];
    const wanted = new Uint32Array(Math.ceil(frame.traits.length / 32));
    frame.traits.forEach((trait, id) => {
      const isWanted = trait.source === source && texts.some((text) => trait.text.includes(text));
      if (isWanted) wanted[id >>> 5] |= 1 << id;
    });
    return ({ block: { traits, stride, clients } }, out, at) => {
      out.fill(0, at, at + clients);
      for (let word = 0; word < wanted.length; word++) {
        for (let i = 0; i < clients; i++) {
          if ((traits[word * stride + i] & wanted[word]) !== 0) out[at + i] = 1;
        }
      }
    };
  };

/** Who the client is and what is on the account. */
export const clientMetrics = {
  balance: {
    unit: 'tenge',
    required: [],
    optional: [],
    meaning: 'Average balance.',
    compile: () => column(({ block }) => block.balance),
  },
  freeBalance: {
    unit: 'tenge',
    required: [],
    optional: [],
    meaning: 'max(0, balance − so many months of card spend as the catalogue says).',
    compile: (_, scope) => {
      const months = scope.freeBalanceMonths;
      return ({ block, spend, period }, out, at) => {
        for (let i = 0; i < block.clients; i++) {
          out[at + i] = Math.max(0, block.balance[i] - (months * spend[i]) / period);
        }
      };
    },
  },
  balanceToSpend: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'For how many months of card spend the balance lasts; unknown without spend.',
    compile: () => ratio(balanceOfPeriod, allSpend),
  },
  age: {
    unit: 'years',
    required: [],
    optional: [],
    meaning: 'Age; may be unknown.',
    compile: () => column(({ block }) => block.age),
  },
  monthsActive: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with any operation; without dates the whole period, if there is any at all.',
    compile: (_, { frame }) => (frame.dated ? monthsWithOperations : periodWithOperations()),
  },
  operations: {
    unit: 'count',
    required: [],
    optional: [],
    meaning: 'Number of card operations and transfers of the whole period.',
    compile: operations,
  },
  statusIs: {
    unit: 'flag',
    required: ['texts'],
    optional: [],
    meaning: '1 when the status is exactly one of the texts.',
    compile: (ref) => {
      const texts = ref.texts ?? [];
      return ({ block }, out, at) => {
        for (let i = 0; i < block.clients; i++) {
          out[at + i] = texts.includes(block.status[i]) ? 1 : 0;
        }
      };
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
    compile: () => flag(column(({ foreignCount }) => foreignCount)),
  },
} satisfies Record<string, MetricDefinition>;
