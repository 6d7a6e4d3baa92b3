import type { ProductEvaluation } from '../../../engine/benefits/evaluation.ts';

export interface Rival {
  readonly product: number;
  readonly fit: number;
  /** Fit from which it would overtake the winner, all else equal. */
  readonly needed: number;
}

/**
 * Which product is nearest to overtaking the first one: the least growth of fit does it. null when
 * none would, even with a fit of 1. Only where tenge rank: a need or a behaviour cannot be outbid.
 */
export const nearestRival = (
  evaluations: readonly ProductEvaluation[],
  winner: number,
): Rival | null => {
  const first = evaluations.find(({ product }) => product === winner)?.expected ?? null;
  if (first === null) return null;
  return (
    evaluations
      .flatMap(({ product, eligible, benefit, fit }) =>
        product === winner || !eligible || benefit === null || benefit <= first
          ? []
          : [{ product, fit, needed: first / benefit }],
      )
      // Ahead already and yet not first: another of its group stands there.
      .filter(({ fit, needed }) => fit < needed)
      .reduce<Rival | null>(
        (best, rival) =>
          best === null || rival.needed - rival.fit < best.needed - best.fit ? rival : best,
        null,
      )
  );
};
