export interface CapitalisedWord {
  readonly word: string;
  readonly start: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const WORD = /[\p{L}\p{M}]+/uy;

/** The words that begin with a capital letter; `lower` is the text in lower case, letter by letter. */
export const findCapitalised = (text: string, lower: string): readonly CapitalisedWord[] => {
  const found: CapitalisedWord[] = [];
  for (let at = 0; at < text.length; at++) {
    // Only a letter that has a lower case differs from it; that spares a test of every character.
    if (text.charCodeAt(at) === lower.charCodeAt(at)) continue;
    if (at > 0 && LETTER.test(text[at - 1])) continue;
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? text[at];
    found.push({ word, start: at });
  }
  return found;
};
