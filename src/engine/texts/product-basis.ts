import type { BenefitPart, RateTerm } from '../benefits/benefit-part.ts';
import type { CatalogueProduct } from '../benefits/catalogue.ts';
import type { MetricRef } from '../benefits/metric-ref.ts';
import type { Tenge } from '../kernel/units.ts';

/** What a product's number is made of, as far as a text can say it; read off the catalogue. */
export interface ProductBasis {
  /** Category groups the product pays for by name; empty when it pays for all or for none. */
  readonly groups: readonly string[];
  /** How the client's favourite categories are chosen; null when the product pays for none such. */
  readonly favourites: Pick<MetricRef, 'without' | 'withoutSpecialists'> | null;
  /** Metrics the number is made of: flags `of:METRIC` for templates. */
  readonly metrics: ReadonlySet<string>;
  /** Set when the number is nothing but rate × spend in the groups: then a reader can redo it. */
  readonly plain: { readonly rate: number; readonly cap: Tenge } | null;
}

export const productBasis = (product: CatalogueProduct): ProductBasis => {
  const refs = product.benefit.flatMap(({ lines }) => lines.map((line) => line.of));
  const groups = refs.flatMap(({ metric, group }) =>
    metric === 'spend' && group !== undefined ? [group] : [],
  );
  return {
    groups: [...new Set(groups)],
    favourites: refs.find(({ metric }) => metric === 'topSpend') ?? null,
    metrics: new Set(refs.map(({ metric }) => metric)),
    plain: groups.length === 1 ? plainRate(product) : null,
  };
};

const plainRate = ({ benefit, monthlyFee, terms }: CatalogueProduct): ProductBasis['plain'] => {
  if (benefit.length !== 1 || monthlyFee !== undefined) return null;
  const [part] = benefit;
  if (part.kind === 'interest' || !isOneRate(part)) return null;
  const [{ rate }] = part.lines;
  return rate === terms.rate ? { rate, cap: part.cap ?? Infinity } : null;
};

const isOneRate = (
  part: BenefitPart,
): part is BenefitPart & { readonly lines: readonly RateTerm[] } =>
  part.lines.length === 1 && 'rate' in part.lines[0];
