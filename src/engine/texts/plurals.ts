import type { PluralForms } from './language-pack.ts';

/** Chooses the form a count needs. Rules are made once per language: constructing them is slow. */
export const pluralChooser = (language: string): ((forms: PluralForms, n: number) => string) => {
  const rules = new Intl.PluralRules(language);
  return (forms, n) => forms[rules.select(n)] ?? forms.other;
};
