/** Where a text is read, and what that allows. Counts are code points. */
export interface Channel {
  readonly id: string;
  /** Which templates: `variants` or `short`. */
  readonly form: 'variants' | 'short';
  readonly min: number;
  readonly max: number;
  /** How tenge is written after an amount. */
  readonly currency: string;
  readonly emoji: number;
  /** What is surely seen of a collapsed notification. */
  readonly fold: number;
}
