import { addColumn, copyColumn, Scratch } from '../kernel/columns.ts';
import type { BlockTotals } from './block-totals.ts';
import type { Metric, MonthMetric } from './metric.ts';

const QUARTER = 3;

/** What the totals have already, a number for each client. */
export const column =
  (of: (totals: BlockTotals) => Float64Array): Metric =>
  (totals, out, at) => {
    copyColumn(out, at, of(totals), 0, totals.block.clients);
  };

/** A sum of the period, a month. */
export const monthly =
  (sum: Metric): Metric =>
  (totals, out, at) => {
    const { period, block } = totals;
    sum(totals, out, at);
    for (let i = at; i < at + block.clients; i++) out[i] /= period;
  };

/** Counts are given for three months, as people think of them, whatever the period. */
export const quarterly =
  (count: Metric): Metric =>
  (totals, out, at) => {
    const { period, block } = totals;
    count(totals, out, at);
    for (let i = at; i < at + block.clients; i++) out[i] = (out[i] * QUARTER) / period;
  };

export const plus = (a: Metric, b: Metric): Metric => {
  const scratch = new Scratch();
  return (totals, out, at) => {
    const { clients } = totals.block;
    const added = scratch.of(clients);
    a(totals, out, at);
    b(totals, added, 0);
    addColumn(out, at, added, 0, clients);
  };
};

export const minus = (a: Metric, b: Metric): Metric => {
  const scratch = new Scratch();
  return (totals, out, at) => {
    const { clients } = totals.block;
    const taken = scratch.of(clients);
    a(totals, out, at);
    b(totals, taken, 0);
    for (let i = 0; i < clients; i++) out[at + i] -= taken[i];
  };
};

/** A share of something that is not there is unknown, not 0. */
export const ratio = (part: Metric, whole: Metric): Metric => {
  const scratch = new Scratch();
  return (totals, out, at) => {
    const { clients } = totals.block;
    const wholes = scratch.of(clients);
    part(totals, out, at);
    whole(totals, wholes, 0);
    for (let i = 0; i < clients; i++) {
      out[at + i] = wholes[i] > 0 ? out[at + i] / wholes[i] : NaN;
    }
  };
};

/** Unknown where there is nothing. */
export const knownAbove0 =
  (metric: Metric): Metric =>
  (totals, out, at) => {
    metric(totals, out, at);
    for (let i = at; i < at + totals.block.clients; i++) if (!(out[i] > 0)) out[i] = NaN;
  };

/** 1 where there is something, else 0. */
export const flag =
  (metric: Metric): Metric =>
  (totals, out, at) => {
    metric(totals, out, at);
    for (let i = at; i < at + totals.block.clients; i++) out[i] = out[i] > 0 ? 1 : 0;
  };

/** What compares months is unknown where they cannot be compared. */
export const comparing =
  (metric: Metric): Metric =>
  (totals, out, at) => {
    if (totals.comparable) metric(totals, out, at);
    else out.fill(NaN, at, at + totals.block.clients);
  };

/** The part of it that an average month has. */
export const perSlot =
  (sum: Metric): Metric =>
  (totals, out, at) => {
    sum(totals, out, at);
    for (let i = at; i < at + totals.block.clients; i++) out[i] /= totals.slots;
  };

/** Goes through the months: `take` is given a month's number of each client in turn. */
const fold = (
  of: MonthMetric,
  start: number,
  take: (out: Float64Array, at: number, month: Float64Array, clients: number) => void,
): Metric => {
  const scratch = new Scratch();
  return (totals, out, at) => {
    const { clients } = totals.block;
    const month = scratch.of(clients);
    out.fill(start, at, at + clients);
    for (let slot = 0; slot < totals.slots; slot++) {
      of(totals, slot, month, 0);
      take(out, at, month, clients);
    }
  };
};

/** In how many months it is above 0. Unknown without dates. */
export const monthsAbove0 = (of: MonthMetric): Metric =>
  comparing(
    fold(of, 0, (out, at, month, clients) => {
      for (let i = 0; i < clients; i++) if (month[i] > 0) out[at + i]++;
    }),
  );

export const greatestMonth = (of: MonthMetric): Metric =>
  fold(of, -Infinity, (out, at, month, clients) => {
    for (let i = 0; i < clients; i++) out[at + i] = Math.max(out[at + i], month[i]);
  });

export const leastMonth = (of: MonthMetric): Metric =>
  fold(of, Infinity, (out, at, month, clients) => {
    for (let i = 0; i < clients; i++) out[at + i] = Math.min(out[at + i], month[i]);
  });
