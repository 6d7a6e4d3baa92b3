import type { ImportReport } from '../../engine/ingest/report.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { Group, Statistics } from '../../worker/contract.ts';
import type { TextCounts } from './process-answer.ts';

/** The answer of GET /stats: the figures of the page's charts. A recommendation is an offer that is sent. */
export const statsAnswer = (
  statistics: Statistics,
  { catalogue }: Advisor,
  report: ImportReport,
  { offered, textsFailed }: TextCounts,
) => ({
  total_clients: statistics.clients,
  clients_with_recommendations: statistics.offers,
  product_distribution: Object.fromEntries(
    statistics.products.map(({ product, offers }) => [catalogue.products[product].name, offers]),
  ),
  data_columns: [...new Set(report.files.flatMap(({ columns }) => columns))],
  clients_without_recommendations: Object.fromEntries(
    statistics.noOffer.map(({ reason, clients }) => [reason, clients]),
  ),
  expected_total_kzt_per_month: statistics.expectedTotal,
  notifications_count: offered,
  notifications_held_back: textsFailed,
  by_status: statistics.byStatus.map(groupOf),
  by_city: statistics.byCity.map(groupOf),
  by_age: statistics.byAge.map(groupOf),
  months: report.months,
  period: report.period,
  totals: report.totals,
  catalogue: { id: catalogue.id, version: catalogue.version },
});

const groupOf = ({ label, clients, offers, expectedTotal }: Group) => ({
  label,
  clients,
  offers,
  expected_total_kzt_per_month: expectedTotal,
});
