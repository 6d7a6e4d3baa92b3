import type { ProductEvaluation } from '../benefits/evaluation.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Advisor } from '../recommendations/advisor.ts';
import type { Recommendation } from '../recommendations/recommendation.ts';

/** Why a client gets what they get, product by product, in the catalogue's own terms. */
export interface Explanation {
  readonly client_code: string;
  readonly send: boolean;
  readonly no_offer: Recommendation['noOffer'];
  readonly top: readonly {
    readonly rank: number;
    readonly product: string;
    readonly lead: string;
  }[];
  readonly products: readonly (Omit<ProductEvaluation, 'product'> & { readonly product: string })[];
}

/** Explains one client at a time. */
export const explainExport =
  (advisor: Advisor) =>
  (client: ClientIndex): Explanation => {
    const { products } = advisor.catalogue;
    const { top, send, noOffer } = advisor.recommendation(client);
    return {
      client_code: advisor.ledger.code,
      send,
      no_offer: noOffer,
      top: top.map(({ rank, product, leadBy }) => ({
        rank,
        product: products[product].name,
        lead: leadBy,
      })),
      products: advisor
        .explain(client)
        .map((evaluation) => ({ ...evaluation, product: products[evaluation.product].name })),
    };
  };

/** Writes a JSON array, one client a line. */
export const writeExplanations = (
  explain: (client: ClientIndex) => Explanation,
  clients: Iterable<ClientIndex>,
  sink: (chunk: Uint8Array<ArrayBuffer>) => void,
): void => {
  let separator = '[\n';
  for (const client of clients) {
    sink(encoder.encode(separator + JSON.stringify(explain(client))));
    separator = ',\n';
  }
  sink(encoder.encode(separator === '[\n' ? '[]\n' : '\n]\n'));
};

const encoder = new TextEncoder();
