import { codePoints } from '../code-points.ts';
import { findAmounts } from './find-amounts.ts';
import type { Amount } from './find-amounts.ts';

/** A text and what several rules ask about it, worked out once. */
export class TextScan {
  readonly text: string;
  readonly lower: string;
  readonly length: number;
  #amounts: readonly Amount[] | null = null;

  constructor(text: string) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.length = codePoints(text);
  }

  /** Amounts with the channel's currency sign. */
  amounts(sign: string): readonly Amount[] {
    return (this.#amounts ??= findAmounts(this.text, sign));
  }
}
