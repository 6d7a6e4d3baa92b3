import type { RelativeRamp } from '../../engine/benefits/catalogue.ts';

/** Clearly more than the others do. */
export const MORE: RelativeRamp = { from: 1.5, to: 4 };

/** More than half of them do: too little to lead by, enough to be told from those who do less. */
export const SOMEWHAT: RelativeRamp = { from: 0, to: 3 };
