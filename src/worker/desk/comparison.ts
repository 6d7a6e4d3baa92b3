import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Comparison, ResultTotals } from '../check-contract.ts';

/** One result as far as a later one is compared with it. */
export interface Result {
  readonly catalogue: Catalogue;
  readonly scores: ScoreTable;
}

/** Most kinds of switches that are listed; the rest is in the counts. */
const LISTED = 100;
/** Products are told apart by code: a renamed or moved product is still the same one. */
const NOTHING = '';

/** What a changed catalogue changes: shares, totals, and who is offered something else. */
export const compareResults = (before: Result, after: Result): Comparison => {
  const clients = after.scores.product.length;
  const names = new Map<string, string>();
  for (const { catalogue } of [after, before]) {
    for (const { code, name } of catalogue.products) if (!names.has(code)) names.set(code, name);
  }
  const codesBefore = before.catalogue.products.map(({ code }) => code);
  const codesAfter = after.catalogue.products.map(({ code }) => code);
  const firstsBefore = firstsOf(before);
  const firstsAfter = firstsOf(after);
  const pairs = countPairs(before, after);
  const width = codesAfter.length + 1;
  const switches: Comparison['switches'][number][] = [];
  let switched = 0;
  pairs.forEach((count, pair) => {
    const from = codesBefore[Math.floor(pair / width)] ?? NOTHING;
    const to = codesAfter[pair % width] ?? NOTHING;
    if (count === 0 || from === to) return;
    switched += count;
    switches.push({ from: names.get(from) ?? null, to: names.get(to) ?? null, clients: count });
  });
  return {
    clients,
    switched,
    before: totalsOf(before.scores),
    after: totalsOf(after.scores),
    products: [...names].map(([code, name]) => ({
      name,
      before: firstsBefore[codesBefore.indexOf(code)] ?? 0,
      after: firstsAfter[codesAfter.indexOf(code)] ?? 0,
    })),
    switches: switches.sort((a, b) => b.clients - a.clients).slice(0, LISTED),
  };
};

/** [offer before × offer after] clients; the last of each is "nothing". */
const countPairs = (before: Result, after: Result): Float64Array => {
  const nothingBefore = before.catalogue.products.length;
  const nothingAfter = after.catalogue.products.length;
  const counts = new Float64Array((nothingBefore + 1) * (nothingAfter + 1));
  const [from, to] = [before.scores, after.scores];
  for (let client = 0; client < to.product.length; client++) {
    const left = from.noOffer[client] === 0 ? from.product[client] : nothingBefore;
    const right = to.noOffer[client] === 0 ? to.product[client] : nothingAfter;
    counts[left * (nothingAfter + 1) + right]++;
  }
  return counts;
};

/** [product] for how many it stands first. */
const firstsOf = ({ catalogue, scores }: Result): Float64Array => {
  const firsts = new Float64Array(catalogue.products.length);
  for (let client = 0; client < scores.product.length; client++) firsts[scores.product[client]]++;
  return firsts;
};

const totalsOf = ({ noOffer, expected }: ScoreTable): ResultTotals => {
  let offers = 0;
  let expectedTotal = 0;
  for (let client = 0; client < noOffer.length; client++) {
    if (noOffer[client] !== 0) continue;
    offers++;
    if (!Number.isNaN(expected[client])) expectedTotal += expected[client];
  }
  return { offers, expectedTotal };
};
