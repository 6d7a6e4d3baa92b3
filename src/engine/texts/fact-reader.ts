import type { Catalogue, CatalogueProduct } from '../benefits/catalogue.ts';
import { CategorySet } from '../benefits/category-set.ts';
import type { ClientTotals } from '../benefits/client-totals.ts';
import type { ProductEvaluation } from '../benefits/evaluation.ts';
import { MetricScope } from '../benefits/metric-scope.ts';
import { TopCategories } from '../benefits/top-categories.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import { roundEstimate } from './amounts.ts';
import { countReader } from './count-reader.ts';
import type { FactSource } from './fact-source.ts';
import type { TextFacts } from './facts.ts';
import { favouriteFacts } from './favourite-facts.ts';
import { firstName } from './first-name.ts';
import type { LanguagePack } from './language-pack.ts';
import { leadingCurrency } from './leading-currency.ts';
import { productBasis } from './product-basis.ts';
import { SpendFacts } from './spend-facts.ts';

export type FactReader = (totals: ClientTotals, evaluation: ProductEvaluation) => TextFacts;

const YOUNG = 30;
const FEWEST = 2;

/** Makes the function that reads one product's facts off one client after another. */
export const factReader = (
  catalogue: Catalogue,
  product: CatalogueProduct,
  source: FactSource,
  frame: LedgerFrame,
  names: Pick<LanguagePack, 'categories' | 'currencies'>,
): FactReader => {
  const scope = new MetricScope(frame, catalogue);
  const { groups, favourites, plain } = productBasis(product);
  const ids = Int32Array.from(new Set(groups.flatMap((group) => [...scope.categories(group)])));
  const hasFigure = product.family === 'money' && product.lane === 'value';
  const spend = new SpendFacts(frame, ids, hasFigure ? plain : null);
  const top =
    favourites === null && ids.length > 0
      ? new TopCategories(frame, othersThan(frame, ids))
      : scope.top(favourites?.without, favourites?.withoutSpecialists);
  const cats = favouriteFacts(frame, top, names.categories);
  const leader = leadingCurrency(frame, names.currencies);
  const count = countReader(source.count, scope, new CategorySet(frame, ids));
  const atLeast = source.atLeast ?? FEWEST;

  return (totals, evaluation) => {
    const currency = leader(totals);
    const earned = evaluation.lines.some(({ kind }) => kind === 'earned');
    const n = count(totals, currency);
    return {
      name: firstName(totals.ledger.name),
      ...spend.read(totals, evaluation, earned),
      earned,
      benefit: hasFigure ? roundEstimate(evaluation.benefit!) : 0,
      n: n < atLeast ? 0 : n,
      ...cats(totals),
      currency: currency < 0 ? '' : frame.currencies[currency],
      period: frame.dated ? frame.periodMonths : 0,
      young: totals.ledger.age < YOUNG,
    };
  };
};

const othersThan = (frame: LedgerFrame, ids: Int32Array): number[] =>
  [...frame.categories.keys()].filter((id) => !ids.includes(id));
