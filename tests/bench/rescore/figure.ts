export interface Figure {
  readonly where: string;
  readonly clients: number;
  readonly catalogue: string;
  /** What was changed before everybody was scored. */
  readonly what: string;
  readonly ms: number;
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
