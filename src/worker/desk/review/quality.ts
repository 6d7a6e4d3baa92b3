import type { ClientIndex } from '../../../engine/kernel/units.ts';
import type { Advisor } from '../../../engine/recommendations/advisor.ts';
import { type ClientTexts, renderFor } from '../../../engine/texts/client-texts.ts';
import type { QualityReport } from '../../review-contract.ts';
import { alikeTexts } from './alike-texts.ts';
import { FINDABLE, hasError, NO_TEXT, type TextSurvey } from './text-survey.ts';

/** The campaign as a whole, from a survey of its texts. */
export const qualityOf = (
  survey: TextSurvey,
  advisor: Advisor,
  texts: ClientTexts,
): Omit<QualityReport, 'elapsedMs'> => {
  const clients = offered(survey);
  const { products } = advisor.catalogue;
  const broken = FINDABLE.map(() => 0);
  const byLanguage = Object.fromEntries(survey.languages.map((language) => [language, 0]));
  let good = 0;
  for (const client of clients) {
    const rules = survey.rules[client];
    FINDABLE.forEach((_, bit) => (broken[bit] += (rules >>> bit) & 1));
    if (!hasError(rules)) good++;
    byLanguage[survey.languages[survey.language[client]]]++;
  }
  const distinct = (key: Float64Array, of: readonly ClientIndex[]): number =>
    new Set(of.map((client) => key[client])).size;
  return {
    texts: clients.length,
    good,
    byLanguage,
    rules: FINDABLE.map(({ id, severity }, bit) => ({
      rule: id,
      severity,
      passed: clients.length - broken[bit],
    })),
    length: lengthsOf(survey, clients),
    distinct: distinct(survey.key, clients),
    stencils: distinct(survey.bones, clients),
    products: products.flatMap(({ name }, product) => {
      const own = clients.filter((client) => survey.product[client] === product);
      if (own.length === 0) return [];
      return [
        {
          product: name,
          texts: own.length,
          distinct: distinct(survey.key, own),
          stencils: distinct(survey.bones, own),
          variants: variantsOf(survey, own),
        },
      ];
    }),
    ...alikeTexts(clients, survey.nameless, (client) => {
      advisor.advise(client);
      const { ranks, ledger } = advisor;
      const { text } = renderFor(texts, ledger, advisor.explain(client)[ranks.product[0]]);
      return { client, code: ledger.code, text };
    }),
  };
};

const offered = ({ product }: TextSurvey): ClientIndex[] => {
  const clients: ClientIndex[] = [];
  product.forEach((of, client) => {
    if (of !== NO_TEXT) clients.push(client);
  });
  return clients;
};

const lengthsOf = (
  { length }: TextSurvey,
  clients: readonly ClientIndex[],
): QualityReport['length'] => {
  let min = Infinity;
  let max = 0;
  let sum = 0;
  for (const client of clients) {
    min = Math.min(min, length[client]);
    max = Math.max(max, length[client]);
    sum += length[client];
  }
  if (clients.length === 0) return { min: 0, mean: 0, max: 0, from: 0, counts: [] };
  const counts = new Array<number>(max - min + 1).fill(0);
  for (const client of clients) counts[length[client] - min]++;
  return { min, mean: sum / clients.length, max, from: min, counts };
};

const variantsOf = ({ variant }: TextSurvey, own: readonly ClientIndex[]): number[] => {
  const counts: number[] = [];
  for (const client of own) {
    // −1 is a text that no variant could make.
    const at = Math.max(0, variant[client]);
    while (counts.length <= at) counts.push(0);
    counts[at]++;
  }
  return counts;
};
