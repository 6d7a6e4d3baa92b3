import type { Catalogue } from '../../../engine/benefits/catalogue.ts';
import type { Detail } from './detail.ts';
import { useLanguage } from '../../composables/use-language.ts';
import { useMetricWords } from '../../composables/use-metric-words.ts';

/** Why the first place is the first, and what would change it, in words. */
export const useOfferWords = (catalogue: () => Catalogue) => {
  const { words, format, fill } = useLanguage();
  const { nameOf, valueOf } = useMetricWords();
  const productOf = (position: number): string => catalogue().products[position]?.name ?? '';
  const whole = (share: number): string => format.value.percent(Math.round(share * 100) / 100);

  /** How far ahead of the second place, or of what is asked for; empty when there is no second. */
  const marginOf = ({ top, verdict: { margin } }: Detail): string => {
    if (margin === null) return '';
    const say = words.value.client.offer;
    const product = productOf(margin.over);
    const [{ fit }, second] = top;
    switch (margin.measure) {
      case 'tenge':
        return second.expected === null
          ? fill(say.marginNone, { product })
          : fill(say.margin, { sum: format.value.money(margin.amount), product });
      case 'lead':
        return fill(say.marginLead, { fit: whole(fit), bar: whole(fit - margin.amount) });
      case 'fit': {
        const points = fill(say.points, { n: format.value.number(margin.amount * 100) });
        return fill(say.marginFit, { points, product });
      }
    }
  };

  /** The least change of one number that would make another product first. */
  const flipOf = ({ verdict: { flip } }: Detail): string => {
    const say = words.value.client.offer;
    if (flip === null) return say.noFlip;
    const from = valueOf(flip.metric.metric, flip.from);
    const to = valueOf(flip.metric.metric, flip.to);
    return fill(from === to ? say.flipNear : say.flip, {
      product: productOf(flip.winner),
      metric: nameOf(flip.metric, catalogue()),
      from,
      to,
    });
  };

  /** Why nothing is offered, with the numbers that decide it. */
  const reasonOf = ({ row, categories, transfers }: Detail): string => {
    if (row.noOffer === null || row.noOffer === 'suppressed') return words.value.app.unknown;
    const { why } = words.value.client.offer;
    const { offerThreshold, minMonths, minOperations } = catalogue().rules;
    const { money, number } = format.value;
    switch (row.noOffer) {
      case 'below-threshold':
        if (row.expected === null) return why.noFigure;
        return fill(why['below-threshold'], {
          sum: money(row.expected),
          bar: money(offerThreshold),
        });
      case 'few-months':
        return fill(why['few-months'], { bar: number(minMonths) });
      case 'few-operations': {
        const n = [...categories, ...transfers].reduce((sum, { count }) => sum + count, 0);
        return fill(why['few-operations'], { n: number(n), bar: number(minOperations) });
      }
      case 'nothing-eligible':
        return why['nothing-eligible'];
    }
  };

  return { marginOf, flipOf, reasonOf };
};
