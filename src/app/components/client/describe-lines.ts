import type { CatalogueProduct } from '../../../engine/benefits/catalogue.ts';
import type { BenefitLine } from '../../../engine/benefits/evaluation.ts';
import type { MetricRef } from '../../../engine/benefits/metric-ref.ts';

export interface DescribedLine extends BenefitLine {
  /** What the rate applies to, in words; empty for caps and fees. */
  readonly name: string;
}

/**
 * Lines say their metric but not its parameters; those stand in the catalogue. The lines of a
 * bracket come in the order of its terms, with cap and earned cashback after them.
 */
export const describeLines = (
  lines: readonly BenefitLine[],
  product: CatalogueProduct,
  nameOf: (ref: MetricRef) => string,
): DescribedLine[] => {
  const taken = new Map<number, number>();
  return lines.map((line) => {
    if (line.rate === null) return { ...line, name: '' };
    const place = taken.get(line.part) ?? 0;
    taken.set(line.part, place + 1);
    return { ...line, name: nameOf(product.benefit[line.part].lines[place].of) };
  });
};
