import type { Part, Variant } from '../../engine/texts/language-pack.ts';

/** A variant of an SMS, which has no room for a tail. */
export const sms = (
  hook: readonly Part[],
  offer: readonly Part[],
  condition: readonly Part[],
  cta: string,
): Variant => ({ hook, offer, condition, tail: [], cta });

/** A limit that is worth saying only while it is not reached. */
export const unlessTopped = (text: string): Part => ({ text, when: ['!topped'] });
