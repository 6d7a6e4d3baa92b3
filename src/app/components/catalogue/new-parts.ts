import type { BenefitPart, BenefitTerm } from '../../../engine/benefits/benefit-part.ts';
import type {
  Catalogue,
  CatalogueProduct,
  Condition,
  Lane,
  Signal,
} from '../../../engine/benefits/catalogue.ts';
import type { MetricRef } from '../../../engine/benefits/metric-ref.ts';

/** What a new line, condition or product begins as: valid, and plainly to be changed. */
export const NEW_TERM: BenefitTerm = { of: { metric: 'spend' }, rate: 0.01 };
export const NEW_PART: BenefitPart = { kind: 'cashback', lines: [NEW_TERM] };
export const NEW_GATE: Condition = { metric: 'balance', min: 100_000 };
export const NEW_SIGNAL: Signal = { metric: 'purchases', from: 10, to: 30, weight: 0.5 };
const HALF = 0.5;

const free = (wanted: string, taken: readonly string[]): string => {
  let name = wanted;
  for (let n = 2; taken.includes(name); n += 1) name = `${wanted}-${n}`;
  return name;
};

export const newProduct = (
  name: string,
  { products }: Catalogue,
  like?: CatalogueProduct,
): CatalogueProduct => ({
  family: 'money',
  lane: 'value',
  gates: [],
  signals: [],
  benefit: [NEW_PART],
  terms: {},
  ...like,
  code: free(
    like?.code ?? 'product',
    products.map(({ code }) => code),
  ),
  name: free(
    name,
    products.map((product) => product.name),
  ),
});

/** A value product has a benefit and no bar; the others have a bar and no figure. */
export const withLane = ({ leadAt, ...product }: CatalogueProduct, lane: Lane): CatalogueProduct =>
  lane === 'value'
    ? { ...product, lane, benefit: product.benefit.length > 0 ? product.benefit : [NEW_PART] }
    : { ...product, lane, leadAt: leadAt ?? HALF, benefit: [] };

export const addGroup = (catalogue: Catalogue, name: string, label: string): Catalogue => ({
  ...catalogue,
  groups: { ...catalogue.groups, [free(name, Object.keys(catalogue.groups))]: [label] },
});

/** A set of categories under another name, wherever it is referred to. */
export const renameGroup = (catalogue: Catalogue, from: string, to: string): Catalogue => {
  if (to === '' || Object.hasOwn(catalogue.groups, to)) return catalogue;
  const named = (name: string | undefined): string | undefined => (name === from ? to : name);
  const ref = <T extends MetricRef>(whole: T): T => ({
    ...whole,
    ...(whole.group === undefined ? {} : { group: named(whole.group) }),
    ...(whole.without === undefined ? {} : { without: named(whole.without) }),
  });
  return {
    ...catalogue,
    groups: Object.fromEntries(
      Object.entries(catalogue.groups).map(([name, labels]) => [named(name), labels]),
    ),
    products: catalogue.products.map((product) => ({
      ...product,
      ...(product.specialist === undefined ? {} : { specialist: named(product.specialist) }),
      gates: product.gates.map((gate) =>
        'anyOf' in gate ? { anyOf: gate.anyOf.map(ref) } : ref(gate),
      ),
      signals: product.signals.map(ref),
      benefit: product.benefit.map((part) => ({
        ...part,
        lines: part.lines.map((term) =>
          'by' in term
            ? { ...term, of: ref(term.of), by: ref(term.by) }
            : { ...term, of: ref(term.of) },
        ),
      })),
    })),
  };
};
