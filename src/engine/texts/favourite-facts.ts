import type { ClientTotals } from '../benefits/client-totals.ts';
import type { TopCategories } from '../benefits/top-categories.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import type { TextFacts } from './facts.ts';
import type { LanguagePack } from './language-pack.ts';

/** The client's largest categories that may be named, and whether they are the largest of all. */
export const favouriteFacts = (
  frame: LedgerFrame,
  favourites: TopCategories,
  names: LanguagePack['categories'],
): ((totals: ClientTotals) => Pick<TextFacts, 'cats' | 'top3'>) => {
  const nameable = frame.categories.map((label) => Object.hasOwn(names, label));
  return (totals) => {
    const cats: string[] = [];
    let least = Infinity;
    for (const row of favourites.rows(totals.block)) {
      const spent = totals.spendIn(row);
      const id = totals.ledger.categoryIds[row];
      if (spent <= 0 || !nameable[id]) continue;
      cats.push(frame.categories[id]);
      least = Math.min(least, spent);
    }
    return { cats, top3: cats.length === 3 && countAbove(totals, least) === 2 };
  };
};

/** How many categories the client spent more on. */
const countAbove = (totals: ClientTotals, amount: number): number => {
  let count = 0;
  for (let row = 0; row < totals.ledger.categoryCount; row++) {
    if (totals.spendIn(row) > amount) count++;
  }
  return count;
};
