const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where `phrase` stands in `lower` as whole words, or −1. With `*` at its end it matches the
 * beginning of a word. No RegExp is made of it, so a phrase may hold anything; both are lower case.
 */
export const findPhrase = (lower: string, phrase: string, from = 0): number => {
  const isStem = phrase.endsWith('*');
  const needle = isStem ? phrase.slice(0, -1) : phrase;
  if (needle === '') return -1;
  for (let at = lower.indexOf(needle, from); at >= 0; at = lower.indexOf(needle, at + 1)) {
    if (at > 0 && LETTER.test(lower[at - 1])) continue;
    const end = at + needle.length;
    if (isStem || end === lower.length || !LETTER.test(lower[end])) return at;
  }
  return -1;
};

/** The first of the phrases that stands in the text; null when none does. */
export const firstPhrase = (lower: string, phrases: readonly string[]): string | null =>
  phrases.find((phrase) => findPhrase(lower, phrase) >= 0) ?? null;

/** Where a currency's sign stands, or −1: one of letters only as a word, a symbol anywhere. */
export const findSign = (text: string, sign: string, from = 0): number => {
  if (!/^\p{L}/u.test(sign)) return text.indexOf(sign, from);
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
    const around =
      text.slice(Math.max(0, at - 1), at) + text.slice(at + sign.length, at + sign.length + 1);
    if (!/\p{L}/u.test(around)) return at;
  }
  return -1;
};
