import { settledTextOf } from '../../engine/export/text-rows.ts';
import type { Ledger } from '../../engine/features/ledger.ts';
import type { ClientIndex, Tenge } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import { type ClientTexts, textsOf } from '../../engine/texts/client-texts.ts';
import type { TextDecision } from '../../engine/texts/settle-text.ts';
import type { ClientDetail, ClientRow, PushText } from '../contract.ts';

/** Everything there is to see of one client. */
export const clientDetail = (
  client: ClientIndex,
  row: ClientRow,
  advisor: Advisor,
  texts: ClientTexts,
  decision: TextDecision | null,
): ClientDetail => {
  const { top } = advisor.recommendation(client);
  const verdict = advisor.verdict(client);
  const evaluations = advisor.explain(client);
  const { ledger } = advisor;
  const { frame } = ledger;
  return {
    row,
    months: frame.dated ? frame.months.map(monthText) : [],
    categories: categoriesOf(ledger),
    monthlySpend: totalsBySlot(ledger.spend, ledger.categoryCount, frame.months.length),
    monthlyIn: directionBySlot(ledger, 'in'),
    monthlyOut: directionBySlot(ledger, 'out'),
    transfers: transfersOf(ledger),
    evaluations,
    top,
    verdict,
    text: textOf(advisor, texts, decision),
  };
};

/** As people have decided about it; `advisor` has just advised on the client. */
const textOf = (
  advisor: Advisor,
  texts: ClientTexts,
  decision: TextDecision | null,
): PushText | null => {
  const settled = settledTextOf(advisor, texts, decision);
  if (settled === null || settled.text === '') return null;
  const { text, language, variant, findings } = settled;
  const { min, max } = textsOf(texts, advisor.ledger).channel;
  return {
    text,
    language: language === 'kk' ? 'kk' : 'ru',
    variant,
    limits: { min, max },
    findings: findings.map(({ rule, severity }) => ({ rule, severity })),
  };
};

const slotsOf = (table: Float64Array, row: number, slots: number): Tenge[] =>
  Array.from(table.subarray(row * slots, (row + 1) * slots));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const categoriesOf = (ledger: Ledger): ClientDetail['categories'] => {
  const { frame } = ledger;
  const rows = Array.from({ length: ledger.categoryCount }, (_, row) => {
    const byMonth = slotsOf(ledger.spend, row, frame.months.length);
    return {
      label: frame.categories[ledger.categoryIds[row]],
      perMonth: sum(byMonth) / frame.periodMonths,
      count: ledger.spendCount[row],
      byMonth: frame.dated ? byMonth : [],
    };
  });
  return rows.filter(({ count }) => count > 0).sort((a, b) => b.perMonth - a.perMonth);
};

const transfersOf = (ledger: Ledger): ClientDetail['transfers'] => {
  const { frame } = ledger;
  return frame.transferTypes
    .map(({ name, direction }, column) => ({
      type: name,
      direction,
      perMonth: sum(slotsOf(ledger.transfers, column, frame.months.length)) / frame.periodMonths,
      count: ledger.transferCount[column],
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.perMonth - a.perMonth);
};

const totalsBySlot = (table: Float64Array, rows: number, slots: number): Tenge[] => {
  const totals = new Array<number>(slots).fill(0);
  for (let cell = 0; cell < rows * slots; cell++) totals[cell % slots] += table[cell];
  return totals;
};

const directionBySlot = (ledger: Ledger, direction: 'in' | 'out'): Tenge[] => {
  const slots = ledger.frame.months.length;
  const totals = new Array<number>(slots).fill(0);
  ledger.frame.transferTypes.forEach((type, column) => {
    if (type.direction !== direction) return;
    slotsOf(ledger.transfers, column, slots).forEach((amount, slot) => (totals[slot] += amount));
  });
  return totals;
};

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
