import type { ImportReport } from '../../engine/ingest/report.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { Pairs } from '../../worker/desk/side-file.ts';
import { clientCode } from '../http/client-code.ts';
import { shortReport } from './short-report.ts';

/** What became of the texts. */
export interface TextCounts {
  readonly offered: number;
  /** Held back by a check. */
  readonly textsFailed: number;
}

const SAMPLE = 5;

/** The answer of POST /process. */
export const processAnswer = (
  advisor: Advisor,
  order: Uint32Array,
  report: ImportReport,
  { offered, textsFailed, held }: TextCounts & { readonly held: Pairs | null },
) => ({
  message: `Scored ${order.length} clients: ${offered} offers`,
  clients_count: order.length,
  sample: Array.from(order.subarray(0, SAMPLE), (client) => sampleOf(advisor, client)),
  notifications_count: offered,
  notifications_held_back: textsFailed,
  catalogue: { id: advisor.catalogue.id, version: advisor.catalogue.version },
  holdings: held && { pairs: held.pairs.length, skipped: held.skipped },
  report: shortReport(report),
});

const sampleOf = (advisor: Advisor, client: ClientIndex) => {
  const { top } = advisor.recommendation(client);
  const { products } = advisor.catalogue;
  return {
    client_code: clientCode(advisor.ledger.code),
    name: advisor.ledger.name,
    top4_products: top.map(({ product }) => products[product].name),
  };
};
