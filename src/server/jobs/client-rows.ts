import { explainProducts, type Explanation } from '../../engine/export/explanations.ts';
import type { Export } from '../../engine/export/export.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import { clientCode } from '../http/client-code.ts';

/** The clients themselves, as GET /clients lists them. */
export const clientsExport = ({ population, ledger }: Advisor): Export => ({
  header: ['client_code', 'name', 'status', 'age', 'city', 'avg_monthly_balance_KZT'],
  rows(client) {
    population.open(client, ledger);
    const { code, name, status, age, city, balance } = ledger;
    return [[code, name, status, Number.isNaN(age) ? '' : age, city, balance]];
  },
});

/** The same export with codes as JSON has them. */
export const withJsonCodes = (what: Export): Export => ({
  header: what.header,
  rows: (client) =>
    what.rows(client).map(([code, ...cells]) => [clientCode(String(code)), ...cells]),
});

/** What the command line's `--explain` says of the products that have a rank, in order of rank. */
export const explainRanked = (advisor: Advisor): ((client: ClientIndex) => Explanation) => {
  const explain = explainProducts(advisor);
  return (client) => {
    const explanation = explain(client);
    const products = explanation.top.map(({ product }) =>
      explanation.products.find((other) => other.product === product)!,
    );
    return { ...explanation, products };
  };
};
