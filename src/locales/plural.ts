import type { Language } from './language.ts';
import type { Plural } from './shape.ts';

const rules = new Map<Language, Intl.PluralRules>();

const rulesOf = (language: Language): Intl.PluralRules => {
  const known = rules.get(language);
  if (known) return known;
  // After a numeral Kazakh has no plural; where a browser lacks the language the English rule is the same.
  const made = new Intl.PluralRules(language);
  rules.set(language, made);
  return made;
};

/** The form of a phrase that goes with `n`. */
export const choosePlural = (language: Language, n: number, forms: Plural): string => {
  const category = rulesOf(language).select(n);
  return (category in forms ? forms[category as keyof Plural] : undefined) ?? forms.other;
};
