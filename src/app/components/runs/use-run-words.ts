import { useLanguage } from '../../composables/use-language.ts';
import type { OfferName, Run } from './shapes.ts';

/** How a run, an offer and a difference are written. */
export const useRunWords = () => {
  const { words, format, fill } = useLanguage();
  const periodOf = ({ period }: Run): string => {
    if (period.length === 0) return words.value.runs.undated;
    const [first, last] = [period[0], period[period.length - 1]].map(format.value.month);
    return first === last ? first : `${first} – ${last}`;
  };
  return {
    runText: (run: Run): string =>
      fill(words.value.runs.run, {
        clients: format.value.count(words.value.app.clients, run.count),
        offers: format.value.count(words.value.app.offers, run.offers),
        period: periodOf(run),
        catalogue: run.catalogue,
      }),
    offerText: (offer: OfferName | null): string =>
      offer?.name ?? words.value.runs.switches.nothing,
    /** With a plus sign, so that a difference does not read as a sum, and a minus as wide as it. */
    signed: (value: number, text: (value: number) => string): string =>
      `${value > 0 ? '+' : value < 0 ? '−' : ''}${text(Math.abs(value))}`,
  };
};
