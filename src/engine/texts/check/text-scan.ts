import { codePoints } from '../code-points.ts';
import type { Amount } from './find-amounts.ts';
import { findAmounts } from './find-amounts.ts';
import type { CapitalisedWord } from './find-capitalised.ts';
import { findCapitalised } from './find-capitalised.ts';

/** A text and what several rules ask about it, worked out once. */
export class TextScan {
  readonly text: string;
  readonly lower: string;
  readonly length: number;
  #amounts: readonly Amount[] | null = null;
  #capitalised: readonly CapitalisedWord[] | null = null;

  constructor(text: string) {
    this.text = text;
    this.lower = lowerCase(text);
    this.length = codePoints(text);
  }

  /** Amounts with the channel's currency sign. */
  amounts(sign: string): readonly Amount[] {
    return (this.#amounts ??= findAmounts(this.text, sign));
  }

  /** Words that begin with a capital letter. */
  get capitalised(): readonly CapitalisedWord[] {
    return (this.#capitalised ??= findCapitalised(this.text, this.lower));
  }
}

/** Lower case with every character in its place: the few letters that grow in lower case stay. */
const lowerCase = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/\p{L}/gu, lowerInPlace);
};

const lowerInPlace = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};
