import { firstPhrase } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';

/** A push is read by whoever looks at the lock screen. */
export const privacyRules: readonly Rule[] = [
  {
    id: 'forbidden-words',
    severity: 'error',
    check: ({ lower }, { words: { forbidden } }) => firstPhrase(lower, forbidden),
  },
  {
    id: 'confidential-words',
    severity: 'warning',
    check: ({ lower }, { words: { confidential, harmless } }) => {
      const rest = harmless.reduce((text, phrase) => text.replaceAll(phrase, ''), lower);
      return firstPhrase(rest, confidential);
    },
  },
];
