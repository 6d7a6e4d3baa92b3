import type { RelativeRamp } from '../../engine/benefits/catalogue.ts';

/** Clearly more than the others do. */
export const MORE: RelativeRamp = { from: 1.5, to: 4 };
