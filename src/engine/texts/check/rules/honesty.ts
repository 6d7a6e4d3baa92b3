import { estimateStep, groupedText } from '../../amounts.ts';
import type { Amount } from '../find-amounts.ts';
import { findPhrase, findSign, firstPhrase } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';
import type { TextScan } from '../text-scan.ts';

/** What the law and the reader's own arithmetic ask of a figure. */
export const honestyRules: readonly Rule[] = [
  {
    id: 'rate-without-effective',
    severity: 'error',
    check: ({ text, lower }, { product, words }) =>
      product.yearlyRate && text.includes('%') && firstPhrase(lower, words.effectiveRate) === null
        ? '%'
        : null,
  },
  {
    id: 'figure-for-debt',
    severity: 'error',
    check: ({ text }, { product, channel: { currency } }) =>
      product.family === 'credit' && findSign(text, currency) >= 0 ? currency : null,
  },
  {
    id: 'promise-for-risk',
    severity: 'error',
    check: (scan, { product, words, channel }) => {
      if (product.family !== 'risk') return null;
      if (scan.text.includes('%')) return '%';
      return estimates(scan, words.about, channel.currency)[0]?.text ?? null;
    },
  },
  {
    id: 'arithmetic',
    severity: 'error',
    check: (scan, { product: { rate, cap }, spends, words, channel }) => {
      if (rate === null || spends.length === 0) return null;
      const amounts = scan.amounts(channel.currency);
      const spend = spends.find((sum) => amounts.some(({ text }) => text === groupedText(sum)));
      if (spend === undefined) return null;
      const wrong = estimates(scan, words.about, channel.currency).find(
        ({ value }) =>
          Math.abs(value - Math.min(rate * spend, cap ?? Infinity)) > slack(value, rate),
      );
      return wrong?.text ?? null;
    },
  },
];

/** Amounts that are said to be about right. */
const estimates = (scan: TextScan, about: readonly string[], sign: string): readonly Amount[] =>
  scan.amounts(sign).filter(({ start }) => {
    const before = scan.lower.slice(0, start).trimEnd();
    return about.some((word) => before.endsWith(word) && findPhrase(before, word) >= 0);
  });

/** What rounding the estimate and the spend may take away from exactness. */
const slack = (estimate: number, rate: number): number =>
  estimateStep(estimate) / 2 + rate * 50 + 1;
