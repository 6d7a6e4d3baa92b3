import type { CatalogueProduct, Gate } from '../benefits/catalogue.ts';
import type { GateResult, ProductEvaluation } from '../benefits/evaluation.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Advisor } from '../recommendations/advisor.ts';
import type { LeadBy, Recommendation } from '../recommendations/recommendation.ts';
import type { Flip, Margin, Verdict } from '../recommendations/verdict.ts';

/** Why a client gets what they get, product by product: to be read without the catalogue. */
export interface Explanation {
  readonly client_code: string;
  readonly send: boolean;
  readonly no_offer: Recommendation['noOffer'];
  readonly top: readonly {
    readonly rank: number;
    readonly product: string;
    readonly lead: LeadBy;
  }[];
  readonly products: readonly ExplainedProduct[];
}

/** The same with how firmly rank 1 stands; products by name. */
export interface WholeExplanation extends Explanation {
  readonly margin: (Omit<Margin, 'over'> & { readonly over: string }) | null;
  readonly flip: (Omit<Flip, 'winner'> & { readonly first: string }) | null;
}

type ExplainedProduct = Omit<ProductEvaluation, 'product' | 'gates'> & {
  readonly product: string;
  readonly lane: CatalogueProduct['lane'];
  /** Fit from which it leads; only in the lanes of need and behaviour. */
  readonly leadAt?: number;
  readonly gates: readonly (GateResult & { readonly asks: Gate })[];
};

/** Explains one client at a time. */
export const explainProducts = (advisor: Advisor): ((client: ClientIndex) => Explanation) => {
  const { products } = advisor.catalogue;
  const nameOf = (product: number): string => products[product].name;
  return (client) => {
    const { top, send, noOffer } = advisor.recommendation(client);
    return {
      client_code: advisor.ledger.code,
      send,
      no_offer: noOffer,
      top: top.map(({ rank, product, leadBy }) => ({
        rank,
        product: nameOf(product),
        lead: leadBy,
      })),
      products: advisor
        .explain(client)
        .map((evaluation) => explainProduct(products[evaluation.product], evaluation)),
    };
  };
};

/** The same with the margin and what would have to change: slower by some thousand scores a client. */
export const explainWhole = (advisor: Advisor): ((client: ClientIndex) => WholeExplanation) => {
  const explain = explainProducts(advisor);
  const { products } = advisor.catalogue;
  return (client) => {
    const { products: explained, ...offer } = explain(client);
    const { margin, flip }: Verdict = advisor.verdict(client);
    return {
      ...offer,
      margin: margin && { ...margin, over: products[margin.over].name },
      flip: flip && {
        metric: flip.metric,
        from: flip.from,
        to: flip.to,
        first: products[flip.winner].name,
      },
      products: explained,
    };
  };
};

const explainProduct = (
  product: CatalogueProduct,
  { gates, ...evaluation }: ProductEvaluation,
): ExplainedProduct => ({
  ...evaluation,
  product: product.name,
  lane: product.lane,
  ...(product.leadAt === undefined ? {} : { leadAt: product.leadAt }),
  gates: gates.map((gate) => ({ ...gate, asks: product.gates[gate.index] })),
});

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
