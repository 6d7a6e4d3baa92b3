import type { CsvCell } from '../bytes/csv-row.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Advisor } from '../recommendations/advisor.ts';
import { LEAD_BY } from '../recommendations/rank-row.ts';
import type { ClientTexts } from '../texts/client-texts.ts';
import type { RenderedText } from '../texts/render.ts';
import type { Export } from './export.ts';
import { type Decisions, settledTextOf, undecided } from './text-rows.ts';

/** A text that fails a blocking check, and therefore stays out of the offers. */
export interface FailedText {
  readonly client: ClientIndex;
  readonly code: string;
  readonly product: number;
  readonly rendered: RenderedText;
}

const figure = (value: number): CsvCell => (Number.isNaN(value) ? '' : value);

/** The file that goes to the sending system: one row per client with an offer. */
export const offersExport = (
  advisor: Advisor,
  texts: ClientTexts,
  onFailed: (failed: FailedText) => void,
  decisions: Decisions = undecided,
): Export => ({
  header: ['client_code', 'product', 'push_notification'],
  rows(client) {
    advisor.advise(client);
    const rendered = settledTextOf(advisor, texts, decisions(client));
    if (rendered === null) return [];
    const product = advisor.ranks.product[0];
    const { code } = advisor.ledger;
    if (!rendered.send) {
      if (rendered.state !== 'rejected') onFailed({ client, code, product, rendered });
      return [];
    }
    return [[code, advisor.catalogue.products[product].name, rendered.text]];
  },
});

/** Ranks 1–4 for every client. */
export const topExport = (advisor: Advisor): Export => ({
  header: [
    'client_code',
    'rank',
    'product',
    'benefit_kzt_per_month',
    'fit',
    'expected_kzt_per_month',
    'send',
  ],
  rows(client) {
    advisor.advise(client);
    const { ledger, scores, ranks, catalogue } = advisor;
    return Array.from({ length: ranks.size }, (_, at) => {
      const product = ranks.product[at];
      const send = at === 0 && ranks.noOffer === null;
      return [
        ledger.code,
        at + 1,
        catalogue.products[product].name,
        figure(scores.benefit[product]),
        scores.fit[product],
        figure(scores.benefit[product] * scores.fit[product]),
        send ? 'yes' : 'no',
      ];
    });
  },
});

/** Every client and product, unrounded. */
export const benefitsExport = (advisor: Advisor): Export => ({
  header: ['client_code', 'product', 'benefit_kzt_per_month', 'fit', 'eligible'],
  rows(client) {
    advisor.advise(client);
    const { ledger, scores, catalogue } = advisor;
    return catalogue.products.map((product, at) => [
      ledger.code,
      product.name,
      figure(scores.benefit[at]),
      scores.fit[at],
      scores.eligible[at] === 1 ? 'yes' : 'no',
    ]);
  },
});

/** What the table of the page shows, one row per client. */
export const tableExport = (
  advisor: Advisor,
  texts: ClientTexts,
  decisions: Decisions = undecided,
): Export => ({
  header: [
    'client_code',
    'name',
    'status',
    'city',
    'age',
    'avg_monthly_balance_KZT',
    'product',
    'lead',
    'benefit_kzt_per_month',
    'fit',
    'expected_kzt_per_month',
    'send',
    'no_offer_reason',
    'text_state',
  ],
  rows(client) {
    advisor.advise(client);
    const { ledger, scores, ranks, catalogue } = advisor;
    const product = ranks.product[0];
    return [
      [
        ledger.code,
        ledger.name,
        ledger.status,
        ledger.city,
        figure(ledger.age),
        ledger.balance,
        catalogue.products[product].name,
        LEAD_BY[ranks.block[0]],
        figure(scores.benefit[product]),
        scores.fit[product],
        figure(scores.benefit[product] * scores.fit[product]),
        ranks.noOffer === null ? 'yes' : 'no',
        ranks.noOffer ?? '',
        settledTextOf(advisor, texts, decisions(client))?.state ?? '',
      ],
    ];
  },
});
